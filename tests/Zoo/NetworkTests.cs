using System.Text.Json;
using AngleSharp.Html.Parser;
using Convscope.Cli;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>Networks that people really use become sites: whole, light, and with numbers that add up.</summary>
public sealed class NetworkTests(Exported exported) : IClassFixture<Exported>, IDisposable
{
    private const int Pictures = 2;
    private const long MostBytesOfAPicture = 60_000_000;
    private const int CheckedPages = 120;

    private readonly TempFolder _temporary = new();

    [Theory]
    [InlineData("lenet")]
    [InlineData("squeezenet")]
    [InlineData("resnet18")]
    [InlineData("mobilenet")]
    [InlineData("shufflenet")]
    [InlineData("googlenet")]
    [InlineData("alexnet")]
    [InlineData("densenet")]
    [InlineData("efficientnet")]
    [InlineData("mobilenet3")]
    [InlineData("unet")]
    [InlineData("superresolution")]
    [InlineData("detector")]
    [InlineData("ssd")]
    [InlineData("yolo")]
    [InlineData("functions")]
    [InlineData("convnext", false)]
    [InlineData("vit", false)]
    [InlineData("transformer", false)]
    public void It_becomes_a_site(string name, bool isExplained = true)
    {
        var site = Built(exported.Model(name));
        var bytes = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.InRange(bytes, 1, Pictures * MostBytesOfAPicture);

        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(site, "site.json")));
        var kinds = description.RootElement.GetProperty("model").GetProperty("layers").EnumerateArray()
            .Select(layer => layer.GetProperty("operator").GetString()).ToHashSet();
        Assert.Equal(isExplained, !kinds.Contains("unexplained"));
        Assert.Equal(Pictures, description.RootElement.GetProperty("images").GetArrayLength());
        AddsUp(site);
    }

    public void Dispose() => _temporary.Dispose();

    private string Built(string model)
    {
        var images = Directory.CreateDirectory(_temporary.PathOf("images")).FullName;
        foreach (var picture in new[] { "koala.png", "pizza.png" })
            File.Copy(Path.Combine(Exported.Root, "content", "images", picture), Path.Combine(images, picture));
        var root = _temporary.PathOf("mine");
        Run("init", root, "--model", model, "--images", images);
        Run("build", "--root", root);
        return Path.Combine(root, "output");
    }

    /// <summary>As a user would, who has the tool alone.</summary>
    private static void Run(params string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(command, output, error, isRedirected: true, CancellationToken.None);
        Assert.True(exit == ExitCode.Ok, $"{error}{output}");
    }

    /// <summary>Some pages of units, by chance but the same every time, and all pages of layers.</summary>
    private static void AddsUp(string site)
    {
        var pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        new Random(4).Shuffle(pages);
        var problems = new List<string>();
        var equations = 0;
        foreach (var file in pages.Take(CheckedPages))
        {
            using var page = new HtmlParser().ParseDocument(File.ReadAllText(file));
            equations += page.QuerySelectorAll("[data-equation]").Length;
            problems.AddRange(EquationChecker.Check(page).Select(problem => $"{Path.GetRelativePath(site, file)}: {problem}"));
        }

        Assert.Empty(problems.Take(10));
        Assert.True(equations > CheckedPages / 4, $"only {equations} equations on {CheckedPages} pages");
    }
}
