using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Browser;

/// <summary>Names of 10,000 characters, without a place to break, from right to left: every page still fits and reads in order.</summary>
public sealed class HostileTests(HostileSite hostile) : IClassFixture<HostileSite>
{
    /// <summary>A page of every kind.</summary>
    public static TheoryData<string> Pages =>
    [
        "index.html", "0/index.html", "2/index.html", "0/input/index.html", "0/input/0/index.html", "0/conv_1_1/index.html",
        "0/conv_1_1/0/index.html", "0/max_pool_1/0/index.html",
        "0/output/index.html", "0/output/0/index.html", "0/output/4/index.html", "0/softmax/index.html", "0/softmax/0/index.html",
        "0/softmax/2/index.html", "network/index.html", "verify/index.html",
        "credits/index.html", "layers/index.html", "layers/conv_1_1/index.html", "learn/index.html", "learn/one/index.html",
        "learn/glossary/index.html", "notes/index.html",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_fits_a_phone_and_a_desk(string route)
    {
        foreach (var width in new[] { 360, 1440 })
        {
            await using var site = await hostile.OpenAsync(route, width);
            await NarrowTests.AssertFits(site.Page);
            Assert.Equal("", await site.Page.EvaluateAsync<string>(LeavesItsPlace));
        }
    }

    /// <summary>What follows a name in a line stands to the right of it, whatever the name is written in.</summary>
    [Theory]
    [InlineData(HostileTexts.Hebrew)]
    [InlineData("txt.exe never closed")]
    public async Task What_follows_a_name_stands_behind_it(string name)
    {
        await using var site = await hostile.OpenAsync("0/softmax/index.html", 1440);
        Assert.True(await site.Page.EvaluateAsync<bool>(FollowsInOrder, name));
    }

    /// <summary>Texts that are wider than the box that they are in, but for those that scroll or end in an ellipsis.</summary>
    private const string LeavesItsPlace =
        """
        () => [...document.querySelectorAll("th, td, li, dt, dd, summary, .map, .fig-name, .site-header a, .crumbs a, .siblings a, h1, h2, h3, main p")]
          .filter(e => e.checkVisibility() && !e.closest(".visually-hidden, .network .edges") && getComputedStyle(e).overflowX === "visible" && getComputedStyle(e).position !== "absolute")
          .filter(e => { const range = document.createRange(); range.selectNodeContents(e);
             return ![...e.querySelectorAll("*")].some(inner => getComputedStyle(inner).position === "absolute" || getComputedStyle(inner).overflowX !== "visible")
               && range.getBoundingClientRect().right > e.getBoundingClientRect().right + 2; })
          .map(e => e.outerHTML.slice(0, 160)).slice(0, 5).join("\n")
        """;

    /// <summary>Lays a name of the page out in a sentence of ours, and compares where they are.</summary>
    private const string FollowsInOrder =
        """
        name => {
          const given = [...document.querySelectorAll(".map .name")].find(e => e.textContent.includes(name)).textContent;
          const line = document.createElement("p");
          line.style.whiteSpace = "nowrap";
          const text = document.createTextNode(`It says ${given}, 93.1 %: right`);
          line.append(text);
          document.querySelector("main").prepend(line);
          const place = word => { const range = document.createRange(); const at = text.data.indexOf(word); range.setStart(text, at); range.setEnd(text, at + word.length); return range.getBoundingClientRect(); };
          const [before, named, share, after] = ["says", name, "93.1", "right"].map(place);
          return before.right <= named.left && named.right <= share.left && share.right <= after.left;
        }
        """;
}
