using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Cli;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>The default site, built once in this process, with its first pictures only: a page of a kind is like any other.</summary>
public sealed partial class BuiltSite : IDisposable
{
    private const int Pictures = 3;
    private readonly string _folder = TempFolder.New();

    /// <summary>Builds it.</summary>
    public BuiltSite()
    {
        Folder = Path.Combine(_folder, "site");
        var images = Path.Combine(_folder, "images");
        CopySomePictures(Path.Combine(Repository.Root, "content", "images"), images);
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["build", "--root", Repository.Root, "--images", images, "--output",
            Folder, "--base-url", $"https://teacher.example{StaticServer.Prefix}"];
        var exit = App.Run(arguments, output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok) throw new InvalidOperationException($"the default site doesn't build ({exit}):\n{error}{output}");
        using var json = JsonDocument.Parse(Read("site.json"));
        Operators = json.RootElement.GetProperty("model").GetProperty("layers").EnumerateArray().ToDictionary(
            layer => layer.GetProperty("id").GetString()!, layer => layer.GetProperty("operator").GetString()!);
    }

    /// <summary>Full path of the built site.</summary>
    public string Folder { get; }

    /// <summary>The operator of every layer, as <c>site.json</c> says.</summary>
    public IReadOnlyDictionary<string, string> Operators { get; }

    /// <summary>Routes of all pages in ordinal order.</summary>
    public IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The text of a page or other file.</summary>
    public string Read(string route) => File.ReadAllText(Path.Combine(Folder, route));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void CopySomePictures(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        var list = Path.Combine(to, "images.yaml");
        var text = File.ReadAllText(list);
        var entries = Entry().Matches(text);
        if (entries.Count > Pictures) File.WriteAllText(list, text[..entries[Pictures].Index]);
    }

    [GeneratedRegex(@"^ *- file:", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
