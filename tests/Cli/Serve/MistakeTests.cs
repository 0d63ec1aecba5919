using System.Net;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>A mistake in any source is shown in the page, with its place; when it is mended, the site is back. One server goes through
/// them all.</summary>
public sealed class MistakeTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    /// <summary>One mistake in each kind of source, and what is said of it.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "content/site.yaml", "title: \"never closed\n", "content/site.yaml:1:8: error CS1002" },
        { "content/site.yaml", "title: x\nmodel: models/net.onnx\n\"<b>bold</b>\": 1\n",
            "content/site.yaml:3:1: error CS1003: unknown key '<b>bold</b>'" },
        { "content/site.yaml", "model: \"a\\0b\"\n", "content/site.yaml:1:8: error CS1004: 'model' must be a path" },
        { "content/site.yaml", "model: models/net.onnx\nstatic: .\n", "error CS1501: 'static: .' holds the output folder" },
        { "content/site.yaml", "model: models/net.onnx\ncontent: /\n", "error CS1501" },
        { "content/images/images.yaml", "images: [\n", "content/images/images.yaml:2:1: error CS1002" },
        { "content/images/images.yaml", "images:\n  - {file: rde.png}\n",
            "content/images/images.yaml:2:12: error CS1001: there is no picture 'rde.png'" },
        { "models/net.yaml", "labels: [cat\n", "models/net.yaml:2:1: error CS1002" },
        { "models/net.yaml", "labels: @deep", "models/net.yaml:1:106: error CS1002: this is not valid YAML: It is nested too deeply" },
        { "labels.json", "[\"ant\", \"bee\"\n", "labels.json:2:1: error CS1002" },
        { "labels.json", "@deep", "labels.json:1:99: error CS1002: this is not a list of labels in YAML or JSON: It is nested too deeply" },
        { "content/en/one.md", "---\norder: [\n---\n\nText.\n", "content/en/one.md:3:1: error CS1002" },
        { "content/en/one.md", "# One\n\n::: unti layer=conv\n:::\n", "content/en/one.md:3:5: error CS1201" },
        { "content/en/one.md", "# One\n\n@quotes\n", "content/en/one.md: error CS1206: the text is nested too deeply" },
        { "content/en/one.md", "# One\n\n[Nowhere](nowhere.md)\n", "content/en/one.md:3:1: error CS1205" },
        { "content/en/glossary.yaml", "terms:\n  - tem: kernel\n", "content/en/glossary.yaml:2:5: error CS1003" },
        { "content/en/words.yaml", "learn: [\n", "content/en/words.yaml:2:1: error CS1002" },
        { "templates/words/en.yaml", "learn: {\n", "templates/words/en.yaml:2:1: error CS1002" },
        { "templates/words/en.yaml", "learn: Learn\n", "error CS1209: the words of 'en' have no '" },
        { "templates/partials/footer.html", "<footer>\n{{ if }}", "templates/partials/footer.html:2:7: error CS1401" },
        { "templates/partials/footer.html", "{{ while true }}x{{ end }}",
            "templates/partials/footer.html:1:4: error CS1401: Exceeding number of iteration limit" },
        { "models/net.onnx", "@cut", "models/net.onnx: error CS1101" },
        { "content/images/red.png", "@cut", "content/images/red.png: error CS1301" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task ItIsShownAndMended(string file, string mistake, string says)
    {
        var (served, site) = (fixture.Served, fixture.Site);
        var right = File.Exists(site.PathOf(file)) ? File.ReadAllBytes(site.PathOf(file)) : null;
        if (mistake == "@cut") site.Write(file, right![..(right!.Length / 2)]);
        else site.Write(file, mistake.Replace("@deep", new string('[', 100_000), StringComparison.Ordinal)
            .Replace("@quotes", new string('>', 10_000), StringComparison.Ordinal));
        try
        {
            await served.Until(() => served.Problems().Result.Length > 0);
            Assert.Contains(await served.Problems(), problem => problem.Contains(says, StringComparison.Ordinal));
            Assert.Contains(says, served.Error);

            // The last good site is served on, and each of its pages says what is wrong; so does the page for what isn't there.
            foreach (var route in new[] { "index.html", "red/index.html", "nowhere" })
            {
                using var answer = await served.Client.GetAsync(new Uri(served.Address, route));
                Assert.Equal(route == "nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
                Assert.Contains(ServedSite.ProblemsIn(await answer.Content.ReadAsStringAsync()), problem =>
                    problem.Contains(says, StringComparison.Ordinal));
            }
        }
        finally
        {
            if (right is null) File.Delete(site.PathOf(file));
            else site.Write(file, right);
        }

        await served.Until(() => served.Problems().Result.Length == 0);
        Assert.DoesNotContain("convscope-problems", await served.Get("red/index.html"));
        Assert.DoesNotContain("CS1999", served.Error);
    }

    [Fact]
    public async Task AStyleOrScriptOfOnesOwnBreaksNoBuildAndNotTheScriptThatReloads()
    {
        var (served, site) = (fixture.Served, fixture.Site);
        var before = await served.Version();
        site.Write("templates/css/99-mine.css", "h1 { color: ");
        site.Write("templates/js/own.js", "export function startOwn() {}\nfunction ( {");
        await served.Until(() => served.Version().Result > before);
        Assert.Empty(await served.Problems());
        Assert.DoesNotContain("function ( {", await served.Get("__convscope/live.js"));
        Directory.Delete(site.PathOf("templates"), recursive: true);
        await served.Until(() => served.Version().Result > before + 1);
    }
}
