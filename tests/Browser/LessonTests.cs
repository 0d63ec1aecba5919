using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Chapters as readers use them: by hand, by keyboard, on a phone, without the script, and framed on other sites.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LessonTests(BrowserFixture fixture)
{
    private const string Chapter = "learn/convolution/index.html";

    /// <summary>Every chapter of the default site, and the pages of its documentation with the longest words and tables.</summary>
    public static TheoryData<string> Chapters => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "en"), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "index").Order()
            .Select(name => "learn/"
            + name), "docs", "docs/options", "docs/diagnostics", "docs/publish", "docs/write-a-lesson", "zh/docs/options", "zh/docs/model",
                "zh/docs/site-json"];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task Every_chapter_is_clean_and_fits_a_phone(string chapter)
    {
        await using var site = await fixture.NewPage(360, 740, touch: true);
        await site.OpenAsync(fixture.Url($"{chapter}/index.html"));
        await site.LoadAllPicturesAsync();
        site.Recorder.AssertClean();
        var widest = await site.Page.EvaluateAsync<string>(
            "() => document.scrollingElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80)).slice(0, 4).join('\\n')");
        Assert.Equal("", widest);
    }

    [Fact]
    public async Task Without_the_script_everything_is_there()
    {
        await using var site = await fixture.NewPage(javaScript: false);
        await site.OpenAsync(fixture.FileUrl(Chapter));
        await Assertions.Expect(site.Page.Locator(".figure-unit .total").First).ToBeVisibleAsync();
        var answer = site.Page.Locator(".answer").First;
        await answer.Locator("summary").ClickAsync();
        await Assertions.Expect(answer.Locator("p").First).ToBeVisibleAsync();
        await Assertions.Expect(site.Page.Locator("[data-download]:visible")).ToHaveCountAsync(0);
        await site.Page.Locator(".term a").First.ClickAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(new Regex("/learn/glossary/index\\.html#"));
    }

    [Fact]
    public async Task A_definition_appears_with_the_focus_and_goes_with_Escape()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Chapter));
        var term = site.Page.Locator(".term").First;
        await Assertions.Expect(term.Locator(".definition")).ToBeHiddenAsync();
        await term.Locator("a").FocusAsync();
        await term.Locator(".definition").WaitForAsync();
        await site.Page.Keyboard.PressAsync("Escape");
        await term.Locator(".definition").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await site.Page.Mouse.MoveAsync(0, 0);
        await term.HoverAsync();
        await term.Locator(".definition").WaitForAsync();
    }

    [Fact]
    public async Task A_finger_reads_the_definition_before_it_follows_the_link()
    {
        await using var site = await fixture.NewPage(360, 740, touch: true);
        await site.OpenAsync(fixture.Url(Chapter));
        var term = site.Page.Locator(".term").First;
        await term.Locator("a").TapAsync();
        await term.Locator(".definition").WaitForAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url(Chapter));
        var box = (await term.Locator(".definition").BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, 360 - box.Width);
        await term.Locator("a").TapAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(new Regex("/learn/glossary/"));
    }

    [Fact]
    public async Task An_answer_opens_by_keyboard()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Chapter));
        await site.Page.Locator(".answer summary").First.FocusAsync();
        await site.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(site.Page.Locator(".answer[open] p").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Link_and_embed_go_to_the_clipboard()
    {
        await using var site = await fixture.NewPage();
        await site.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await site.OpenAsync(fixture.Url(Chapter));
        var figure = site.Page.Locator("figure.figure-unit").First;
        var id = await figure.GetAttributeAsync("id");
        await figure.Locator("[data-copy-link]").ClickAsync();
        await Assertions.Expect(figure.Locator(".figure-said")).ToHaveTextAsync("Link copied");
        Assert.Equal(fixture.Url(Chapter) + "#" + id, await site.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await figure.Locator("[data-copy-embed]").ClickAsync();
        await Assertions.Expect(figure.Locator(".figure-said")).ToHaveTextAsync("Embed code copied");
        var code = await site.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith($"<iframe src=\"{fixture.Url($"embed/convolution/{id}/index.html")}\" title=\"Convolution\"", code);
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url(Chapter) + "#" + id);
    }

    [Fact]
    public async Task A_figure_works_in_a_frame_and_hides_what_it_is_told_to()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Chapter));
        var embed = fixture.Url("embed/convolution/") + await site.Page.Locator("figure.figure-unit").First.GetAttributeAsync("id")
            + "/index.html";
        foreach (var (fragment, hasCaption, hasControls) in new[] { ("", true, true), ("#no-caption", false, true),
            ("#no-controls", true, false), ("#bare", false, false) })
        {
            // A page without markup of the same origin, since a chapter's own policy frames nothing.
            await site.Page.GotoAsync(fixture.Url("robots.txt"));
            await site.Page.SetContentAsync($"<iframe src=\"{embed}{fragment}\" width=\"900\" height=\"700\"></iframe>");
            var frame = site.Page.FrameLocator("iframe");
            await frame.Locator(".figure-unit").WaitForAsync();
            await Assertions.Expect(frame.Locator(".figure-caption")).ToBeVisibleAsync(new() { Visible = hasCaption });
            await Assertions.Expect(frame.Locator(".figure-tools")).ToBeVisibleAsync(new() { Visible = hasControls });
        }
    }

    /// <summary>Browsers let no page that is a file read another file, not even its own picture.</summary>
    [Fact]
    public async Task Saved_from_a_file_a_figure_says_what_it_lacks()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.FileUrl(Chapter));
        var figure = site.Page.Locator("figure.figure-unit").First;
        var download = await site.Page.RunAndWaitForDownloadAsync(() => figure.Locator("[data-download=svg]").ClickAsync());
        Assert.EndsWith(".svg", download.SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(figure.Locator(".figure-said")).ToContainTextAsync("Its pictures are links");
        await figure.Locator("[data-download=png]").ClickAsync();
        await Assertions.Expect(figure.Locator(".figure-said")).ToContainTextAsync("PNG needs a server");
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    public async Task Every_kind_of_figure_can_be_saved(string format)
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("docs/write-a-lesson/index.html"));
        await site.LoadAllPicturesAsync();
        var seen = new HashSet<string>();
        foreach (var figure in await site.Page.Locator("figure.figure").AllAsync())
        {
            if (!seen.Add((await figure.GetAttributeAsync("class"))!)) continue;
            // Chromium lets one visit of a page save ten files and no more.
            if (seen.Count % 8 == 0) await site.Page.ReloadAsync();
            await site.LoadAllPicturesAsync();
            var download = await site.Page.RunAndWaitForDownloadAsync(() => figure.Locator($"[data-download={format}]").ClickAsync());
            Assert.Equal($"{await figure.GetAttributeAsync("id")}.{format}", download.SuggestedFilename);
            var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
            Assert.True(bytes.Length > 500, download.SuggestedFilename);
            if (format != "svg") continue;
            var drawing = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes));
            var pictures = drawing.Descendants().Where(element => element.Name.LocalName == "image").ToList();
            Assert.All(pictures, picture => Assert.StartsWith("data:", picture.Attribute("href")!.Value));
            Assert.Contains(drawing.Descendants(), element => element.Name.LocalName == "text");
        }

        Assert.True(seen.Count >= 12);
        site.Recorder.AssertClean();
    }
}
