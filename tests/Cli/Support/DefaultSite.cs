using System.Text.Json;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Support;

/// <summary>The repository's own site, built once for all tests that only read it.</summary>
public sealed class DefaultSite : IDisposable
{
    private readonly TempFolder _folder = new();

    public DefaultSite()
    {
        var result = Shell.Run("build", "--root", Repository.Root, "--output", Output);
        Assert.True(result.Exit == 0, result.All);
        Json = JsonDocument.Parse(File.ReadAllBytes(PathOf("site.json"))).RootElement;
    }

    public JsonElement Json { get; }

    public string Output => _folder.PathOf("site");

    public string PathOf(string route) => Path.Combine(Output, route);

    public IEnumerable<string> Routes(string pattern) => Directory
        .EnumerateFiles(Output, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Output, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class DefaultSiteGroup : ICollectionFixture<DefaultSite>
{
    public const string Name = "default site";
}
