using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;
using static Convscope.Tests.Browser.Hosting.TryPages;

namespace Convscope.Tests.Browser;

/// <summary>A reader tries a picture of their own: it comes in every way, the network answers, and the address brings it back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TryTests(BrowserFixture browser)
{
    private const string Route = "try/index.html";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_gets_the_answer_that_was_recorded_of_it(bool asFile)
    {
        await using var page = await browser.OpenTryAsync(asFile ? browser.FileUrl(Route) : browser.Url(Route));
        using var site = JsonDocument.Parse(browser.Site.Read("site.json"));
        var picture = site.RootElement.GetProperty("images")[1];
        var shares = picture.GetProperty("probabilities").EnumerateArray();
        var recorded = shares.Select(share => share.GetProperty("probability").GetDouble()).ToArray();
        await page.Page.SetInputFilesAsync("input[type=file]", Picture(picture.GetProperty("id").GetString()!));
        await UntilAsync(page.Page, "ready");
        var live = await AnswersAsync(page.Page);
        Assert.Equal(recorded.Length, live.Length);
        Assert.All(recorded.Zip(live), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_picture_is_pasted_dropped_and_taken_from_the_site()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var first = await AnswersAsync(page.Page);
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await UntilOtherAsync(page.Page, first);
        var second = await AnswersAsync(page.Page);
        var file = Convert.ToBase64String(await File.ReadAllBytesAsync(Picture("ladybug")));
        foreach (var kind in new[] { "paste", "drop" })
        {
            await page.Page.Locator("[data-do=blank]").ClickAsync();
            await UntilOtherAsync(page.Page, second);
            var blank = await AnswersAsync(page.Page);
            await page.Page.EvaluateAsync(Give, new object[] { kind, file });
            await UntilOtherAsync(page.Page, blank);
            Assert.Equal(first, await AnswersAsync(page.Page));
        }

        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_drawing_can_be_sent_as_a_link()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        await page.Page.Locator("[data-do=blank]").ClickAsync();
        var empty = await OtherAddressAsync(page.Page, browser.Url(Route));
        var blank = await SettledAsync(page.Page);
        var box = (await page.Page.Locator(".board > canvas").BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + 40, box.Y + 60);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + 300, box.Y + 260, new() { Steps = 12 });
        await page.Page.Mouse.UpAsync();
        var address = await OtherAddressAsync(page.Page, empty);
        var drawn = await SettledAsync(page.Page);
        Assert.NotEqual(blank, drawn);
        Assert.InRange(address.Length, 100, 16_384);
        await page.Page.Locator("[data-do=undo]").ClickAsync();
        Assert.Equal(empty, await OtherAddressAsync(page.Page, address));
        Assert.Equal(blank, await SettledAsync(page.Page));
        await page.Page.Locator("[data-do=redo]").ClickAsync();
        Assert.Equal(address, await OtherAddressAsync(page.Page, empty));

        await page.Page.ReloadAsync();
        Assert.Equal(drawn, await SettledAsync(page.Page));
        await using var other = await browser.OpenTryAsync(address);
        Assert.Equal(drawn, await SettledAsync(other.Page));
        other.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_finger_draws_on_a_phone()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route), width: 360, touch: true);
        await page.Page.Locator("[data-do=blank]").ClickAsync();
        var blank = await SettledAsync(page.Page);
        var finger = await Finger.OnAsync(page.Page, page.Page.Locator(".board > canvas"));
        await finger.PressAsync();
        await finger.MoveAsync(60, 40);
        await finger.LiftAsync();
        await UntilOtherAsync(page.Page, blank);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 360"));
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task Keys_draw()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        await page.Page.Locator("[data-do=blank]").ClickAsync();
        var blank = await SettledAsync(page.Page);
        await page.Page.Locator(".board > canvas").FocusAsync();
        await page.Page.Keyboard.PressAsync(" ");
        for (var i = 0; i < 3; i++) await page.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page.Page.Locator("[data-said]")).ToContainTextAsync("column 56");
        await UntilOtherAsync(page.Page, blank);
        var drawn = await SettledAsync(page.Page);
        await page.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(drawn, await SettledAsync(page.Page));
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task The_camera_gives_a_picture_or_a_reason()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var first = await AnswersAsync(page.Page);
        await page.Page.EvaluateAsync(Refuse);
        await page.Page.Locator("[data-do=camera]").ClickAsync();
        await UntilAsync(page.Page, "failed");
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).ToContainTextAsync("camera");
        await page.Page.EvaluateAsync("() => delete navigator.mediaDevices.getUserMedia");
        await page.Page.Locator("[data-do=camera]").ClickAsync();
        await page.Page.Locator("[data-do=shoot]").ClickAsync();
        await UntilOtherAsync(page.Page, first);
        await Assertions.Expect(page.Page.Locator(".camera")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).ToBeHiddenAsync();
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("pdf", "PDF")]
    [InlineData("text", "JPEG, PNG or WebP")]
    [InlineData("cut short", "cut short")]
    [InlineData("empty", "empty")]
    public async Task A_file_that_is_no_picture_is_refused_in_words(string file, string words)
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var before = await AnswersAsync(page.Page);
        var given = new FilePayload { Name = "mine", MimeType = "image/png", Buffer = LivePictures.Broken(file) };
        await page.Page.SetInputFilesAsync("input[type=file]", given);
        await UntilAsync(page.Page, "failed");
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).ToContainTextAsync(words);
        Assert.Equal(before, await AnswersAsync(page.Page));
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("picture=")]
    [InlineData("picture=1.64.64.AAAA")]
    [InlineData("picture=1.32.32.AAAA")]
    [InlineData("picture=<img src=x onerror=alert(1)>")]
    [InlineData("picture=tab")]
    [InlineData("do=off*nowhere*1**<script>")]
    [InlineData("do=kernel*conv_1_1*0*0*constructor")]
    [InlineData("picture=%E0%A4%A")]
    public async Task An_address_that_nobody_wrote_in_earnest_is_told(string fragment)
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#" + fragment, state: "failed");
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).Not.ToBeEmptyAsync();
        Assert.Equal(10, (await AnswersAsync(page.Page)).Length);
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_unit_is_switched_off_and_on_again()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var before = await AnswersAsync(page.Page);
        await page.Page.Locator(".changes [name=layer]").SelectOptionAsync("conv_2_2");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await UntilOtherAsync(page.Page, before);
        await Assertions.Expect(page.Page.Locator("[data-intervention=off]")).ToHaveCountAsync(1);
        Assert.Equal(before, await NumbersAsync(page.Page, ".answers .was[value]"));
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex(@"do=off\*conv_2_2\*0(&|$)"));
        var without = await AnswersAsync(page.Page);
        await page.Page.Locator("[data-intervention] button").ClickAsync();
        await UntilOtherAsync(page.Page, without);
        Assert.Equal(before, await SettledAsync(page.Page));
        await Assertions.Expect(page.Page.Locator("[data-intervention]")).ToHaveCountAsync(0);
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("conv_1_2/3")]
    [InlineData("max_pool_1/2")]
    [InlineData("relu_2_2/0")]
    [InlineData("output/3")]
    [InlineData("softmax/0")]
    [InlineData("input/1")]
    public async Task A_picture_walks_on_to_the_pages_of_units(string unit)
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        using var site = JsonDocument.Parse(browser.Site.Read("site.json"));
        var id = site.RootElement.GetProperty("images")[1].GetProperty("id").GetString()!;
        await page.Page.Locator($"[data-recorded={id}]").ClickAsync();
        await OtherAddressAsync(page.Page, browser.Url(Route));
        await page.Page.Locator($".try-network [data-unit='{unit}']").ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Your picture");
        var cell = (await page.Page.Locator("body").GetAttributeAsync("data-cell"))!.Split(',');
        await using var recorded = await browser.NewPage();
        await recorded.OpenAsync(browser.Url($"{id}/{unit}/index.html#y={cell[0]}&x={cell[1]}"));
        var live = await NumbersAsync(page.Page, "[data-equation] data[value]");
        var expected = await NumbersAsync(recorded.Page, "[data-equation] data[value]");
        Assert.Equal(expected.Length, live.Length);
        Assert.All(expected.Zip(live), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("flatten", "[data-equation] data[value]")]
    [InlineData("output", "[data-zeros]")]
    public async Task A_picture_walks_on_to_the_pages_of_layers(string layer, string numbers)
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        await page.Page.Locator("[data-recorded=pizza]").ClickAsync();
        await OtherAddressAsync(page.Page, browser.Url(Route));
        await page.Page.Locator($".try-network [data-layer={layer}] h3 a").ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Your picture");
        await using var recorded = await browser.NewPage();
        await recorded.OpenAsync(browser.Url($"pizza/{layer}/index.html"));
        foreach (var shown in new[] { numbers, "main :is(.value, .name, .range)" })
        {
            Assert.Equal(
                await recorded.Page.Locator(shown).AllTextContentsAsync(), await page.Page.Locator(shown).AllTextContentsAsync());
        }

        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_changed_kernel_and_bias_stand_apart_in_the_equation()
    {
        await using var page = await browser.OpenTryAsync(
            browser.Url(Route) + "#of=pizza&do=kernel*conv_1_2*3*1*blur**bias*conv_1_2*3*0.25**kernel*conv_1_2*4*0*zero");
        await page.Page.Locator("[data-do=copy-address]").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("picture=1"));
        await page.Page.Locator(".try-network [data-unit='conv_1_2/3']").ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator(".part.is-changed")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".part.is-changed .w").First).ToHaveAttributeAsync("value", new Regex("^0.1111"));
        await Assertions.Expect(page.Page.Locator(".equation .b.is-changed").First).ToHaveAttributeAsync("value", "0.25");
        await Assertions.Expect(page.Page.Locator(".channels .is-changed .kernel img")).ToHaveAttributeAsync("src", new Regex("^data:"));
        await Assertions.Expect(page.Page.Locator("[data-live-note]").Last).ToContainTextAsync("You changed");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "switched off" }).ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator("[data-intervention]")).ToHaveCountAsync(4);
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_link_within_the_page_keeps_the_work()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await OtherAddressAsync(page.Page, browser.Url(Route));
        var chosen = await SettledAsync(page.Page);
        await page.Page.EvaluateAsync("location.hash = 'main'");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("picture=1"));
        Assert.Equal(chosen, await SettledAsync(page.Page));
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_number_that_no_weight_could_have_still_gives_shares_and_stands_in_the_address()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#do=add*output*0*1e%2B30");
        Assert.Equal(1, (await AnswersAsync(page.Page))[0]);
        await using var beyond = await browser.OpenTryAsync(browser.Url(Route) + "#do=add*output*0*1e%2B31", state: "failed");
        await Assertions.Expect(beyond.Page.Locator("[data-intervention]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_unit_that_is_switched_off_shows_no_equation()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#do=off*conv_1_2*3");
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("picture=1"));
        await page.Page.Locator(".try-network [data-unit='conv_1_2/3']").ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator("[data-live-note]").Last).ToContainTextAsync("switched off");
        await Assertions.Expect(page.Page.Locator(".equation")).ToBeHiddenAsync();
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task Two_pictures_are_compared()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var first = await AnswersAsync(page.Page);
        await page.Page.Locator("[data-do=keep]").ClickAsync();
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await UntilOtherAsync(page.Page, first);
        Assert.Equal(first, await NumbersAsync(page.Page, ".answers .was[value]"));
        var legend = page.Page.Locator(".try-network [data-layer=output] .legend");
        var whole = await legend.TextContentAsync();
        await page.Page.Locator("[name=differences]").CheckAsync();
        await Assertions.Expect(legend).Not.ToHaveTextAsync(whole!);
        await page.Page.Locator("[data-do=drop]").ClickAsync();
        await Assertions.Expect(legend).ToHaveTextAsync(whole!);
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task Without_the_script_the_page_says_what_it_would_do()
    {
        await using var page = await browser.NewPage(javaScript: false);
        await page.OpenAsync(browser.Url(Route));
        await Assertions.Expect(page.Page.Locator("noscript p")).ToContainTextAsync("JavaScript");
        await Assertions.Expect(page.Page.Locator(".studio")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task It_can_be_used_by_everybody()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Axe.AssertFindsNothingAsync(page.Page);
    }

    /// <summary>A browser without windows can't be asked for a permission, so that it can't be refused there either.</summary>
    private const string Refuse =
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); }";

    private const string Give =
        """
        ([kind, base64]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "mine.png", { type: "image/png" }));
          const event = kind === "paste" ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        }
        """;
}
