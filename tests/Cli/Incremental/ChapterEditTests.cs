using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Incremental;

/// <summary>After the edit of one chapter the pages of the others are kept, and are what a build from nothing makes of them.</summary>
public sealed class ChapterEditTests : IDisposable
{
    private const string Two = "content/en/two.md";
    private readonly TempSite _site = new();

    public ChapterEditTests()
    {
        _site.Write("content/en/one.md", EditedSite.Chapter("One",
            1, "[More](two.md#more)\n\n![A pot](pot.png)\n\n::: layer layer=conv\n:::"));
        _site.Write(Two, "---\norder: 2\n---\n\n# Two\n\n## More {#more}\n\n![A pan](pan.png)\n\n::: layer layer=relu id=mine\n:::\n");
        _site.Write("content/en/three.md", EditedSite.Chapter("Three",
            3, "[More](two.md#more), [alone](/embed/two/mine/index.html): a place."));
        _site.Write("content/en/pot.png", Pictures.Png(4, 3, 200, 40, 30));
        _site.Write("content/en/pan.png", Pictures.Png(4, 3, 20, 40, 230));
        _site.Built();
    }

    [Fact]
    public void Only_its_own_pages_are_written()
    {
        var before = Tree.Times(_site.Output);
        Edit(Two, "## More", "Another sentence.\n\n## More");
        var written = Tree.Times(_site.Output).Where(file => before.GetValueOrDefault(file.Key) != file.Value)
            .Select(file => Path.GetRelativePath(_site.Output, file.Key).Replace('\\', '/'));
        Assert.Equal(
            [".convscope-manifest.json", "learn/two/index.html"],
            written.Where(file => !file.StartsWith("assets/", StringComparison.Ordinal)
                && !file.StartsWith("files/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Another sentence.", _site.Page("learn/two/index.html"));
        IsAsFromNothing();
    }

    [Fact]
    public void A_place_that_a_kept_chapter_links_to_is_missed()
    {
        var text = _site.Read(Two);
        _site.Write(Two, text.Replace("## More {#more}", "## Less"));
        _site.Fails(1, ["error CS", "#more", "learn/two/index.html"]);
        _site.Write(Two, text + "\nMended.\n");
        _site.Built();
        IsAsFromNothing();
    }

    [Fact]
    public void A_figure_that_a_kept_chapter_links_to_is_missed()
    {
        _site.Write(Two, _site.Read(Two).Replace("id=mine", "id=yours"));
        _site.Fails(1, ["embed/two/mine/index.html", "content/en/three.md:"]);
    }

    [Fact]
    public void A_place_that_nothing_links_to_any_longer_may_go()
    {
        Edit("content/en/one.md", "(two.md#more)", "(two.md)");
        Edit("content/en/three.md", "(two.md#more)", "(two.md)");
        Edit(Two, "## More {#more}", "## Less");
        IsAsFromNothing();
    }

    [Fact]
    public void A_title_changes_on_the_pages_beside_it()
    {
        Edit(Two, "# Two", "# Deux");
        Assert.Contains("Deux →", _site.Page("learn/one/index.html"));
        Assert.Contains("← Deux", _site.Page("learn/three/index.html"));
        IsAsFromNothing();
    }

    [Fact]
    public void A_picture_that_no_chapter_shows_any_longer_goes_and_the_others_stay()
    {
        Assert.Equal(2, Directory.GetFiles(_site.PathOf("output/files")).Length);
        Edit(Two, "![A pan](pan.png)", "");
        Assert.Contains("pot-", Assert.Single(Directory.GetFiles(_site.PathOf("output/files"))));
        IsAsFromNothing();
    }

    [Fact]
    public void A_glossary_changes_every_chapter()
    {
        _site.Write("content/en/glossary.yaml", "terms:\n  - term: place\n    definition: By itself.\n");
        _site.Built();
        Assert.Contains("By itself.", _site.Page("learn/three/index.html"));
        IsAsFromNothing();
    }

    public void Dispose() => _site.Dispose();

    private void Edit(string path, params string[] pairs)
    {
        var text = _site.Read(path);
        for (var i = 0; i < pairs.Length; i += 2) text = text.Replace(pairs[i], pairs[i + 1]);
        Assert.NotEqual(_site.Read(path), text);
        _site.Write(path, text);
        _site.Built();
    }

    private void IsAsFromNothing()
    {
        var edited = Tree.Of(_site.Output);
        _site.Built("--no-cache");
        Assert.Equal(Tree.Of(_site.Output), edited);
    }
}
