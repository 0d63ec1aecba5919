using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Incremental;

/// <summary>A small site with all that a site can have, the options that it is built with, and its sources as they were a moment
/// ago.</summary>
internal sealed class EditedSite : IDisposable
{
    private static readonly string[] SourceFolders = ["content", "models", "templates", "more"];
    private readonly TempSite _site = new();

    public EditedSite()
    {
        Config["title"] = "Small";
        Config["model"] = "models/net.onnx";
        Write("content/en/one.md", Chapter("One",
            1, "A kernel slides.\n\n::: unit layer=conv unit=1\nA caption.\n:::\n\n[Two](two.md#more)"));
        Write("content/en/two.md", Chapter("Two",
            2, "## More {#more}\n\nIt says :value{top-class} with :value{probability}.\n\n::: softmax\n:::\n\n:::: when picture=wrong\n::: pictures layer=relu\n:::\n::::"));
        Write("content/en/three.md", Chapter("Three",
            3, "::: question\nHow many?\n\n---\n\n:value{units layer=conv} units.\n:::\n\n::: overview\n:::"));
        Write("content/en/glossary.yaml",
            "terms:\n  - term: kernel\n    definition: A small grid.\n  - term: unit\n    definition: One of many.\n");
        Write("templates/partials/footer.html", "<footer>{{ site.title }}</footer>");
        Write("more/labels.txt", "ant\nbee\ncow\n");
        Write("more/net.onnx", File.ReadAllBytes(Repository.Model("residual")));
        Write("more/images/green.png", Pictures.Png(16, 16, 10, 200, 60));
        WriteConfig();
    }

    /// <summary>The keys of <c>site.yaml</c>.</summary>
    public SortedDictionary<string, string> Config { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The options by name.</summary>
    public SortedDictionary<string, string> Options { get; private set; } = new(StringComparer.Ordinal);

    public string Output => _site.Output;

    public string Folder => _site.Folder;

    public static string Chapter(string title, int order, string text) => $"---\ntitle: {title}\norder: {order}\n---\n\n{text}\n";

    public string PathOf(string path) => _site.PathOf(path);

    public bool Has(string path) => File.Exists(PathOf(path));

    public string Read(string path) => _site.Read(path);

    public void Write(string path, string text) => _site.Write(path, text);

    public void Write(string path, byte[] bytes) => _site.Write(path, bytes);

    public void WriteConfig() => Write("content/site.yaml", string.Concat(Config.Select(pair => $"{pair.Key}: {pair.Value}\n")));

    /// <summary>The sources' files of a kind, in order.</summary>
    public string[] Files(string folder, string pattern) => !Directory.Exists(PathOf(folder)) ? [] :
        [.. Directory.EnumerateFiles(PathOf(folder), pattern).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(Folder, file))];

    public CliResult Build(params string[] more) => _site.Build([.. Options.SelectMany(pair => new[] { pair.Key, pair.Value }), .. more]);

    /// <summary>Remembers all sources; what is returned puts them back.</summary>
    public Action Remember()
    {
        var files = SourceFolders.SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories))
            .ToDictionary(file => file, File.ReadAllBytes);
        var (config, options) = (new SortedDictionary<string, string>(Config), new SortedDictionary<string, string>(Options));
        return () =>
        {
            (Config, Options) = (config, options);
            foreach (var folder in SourceFolders) Directory.Delete(PathOf(folder), recursive: true);
            foreach (var folder in SourceFolders) Directory.CreateDirectory(PathOf(folder));
            foreach (var (file, bytes) in files) Write(Path.GetRelativePath(Folder, file), bytes);
        };
    }

    public void Dispose() => _site.Dispose();
}
