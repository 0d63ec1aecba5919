using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>After an edit a build does less, and gives what a build from nothing would.</summary>
public sealed class EditTests
{
    [Fact]
    public void An_edited_text_gives_the_same_bytes_as_a_build_from_nothing()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("content/en/index.md", "# A small site\n\nGood-bye, [reader](network/index.html).\n");
        site.Built();
        var edited = Tree.Of(site.Output);
        site.Built("--no-cache");
        Assert.Contains("Good-bye", site.Page("index.html"));
        Assert.Equal(edited, Tree.Of(site.Output));
    }

    [Fact]
    public void A_dead_anchor_into_a_kept_page_is_found()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("content/en/index.md", "# A small site\n\n[Red](red/index.html#nowhere)\n");
        site.Fails(1, ["#nowhere"]);
    }

    [Fact]
    public void A_page_that_was_damaged_is_made_again()
    {
        using var site = new TempSite();
        site.Built();
        var whole = Tree.Of(site.Output);
        site.Write("output/red/index.html", "");
        site.Write("content/en/index.md", "# A small site\n\nHello, reader!\n");
        site.Built();
        Assert.Equal(whole["red/index.html"], Tree.Of(site.Output)["red/index.html"]);
    }
}
