using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>
/// Scripts are modules: a site's own take the place of the built-in ones file by file, and what doesn't fit is told with its place.
/// </summary>
public sealed partial class ScriptTests
{
    [Fact]
    public void OnesOwnScriptTakesThePlaceOfTheBuiltInOne()
    {
        using var site = new TempSite();
        site.Write("templates/js/own.js",
            "import {\n  find,\n  make,\n} from \"./dom.js\";\nimport * as voice from \"./mine/voice.js\";\n\n"
            + "export function startOwn() {\n  voice.shout(find(\"h1\"), make(\"b\"));\n}\n");
        site.Write("templates/js/mine/voice.js", "export const shout = (...all) => console.log(all);\n");
        Assert.DoesNotContain("CS140", site.Built().Error);
        var scripts = Scripts(site).ToArray();
        Assert.True(scripts.Length > 4);
        Assert.All(scripts, script =>
        {
            Assert.Contains("const shout = (...all) => console.log(all);\nreturn { shout };\n", script.Text);
            Assert.Matches(@"\(\(\{ find, make \}, voice\) => \{\nfunction startOwn\(\) \{\nvoice\.shout", script.Text);
            Assert.DoesNotMatch(@"(?m)^\s*(import|export)\b", script.Text);
        });
    }

    [Fact]
    public void APageOfAUnitLoadsTheWidgetOfItsOwnOperatorOnly()
    {
        using var site = new TempSite();
        site.Write("templates/widgets/conv/widget.js", "export const widget = { name: \"my convolution\" };\n");
        site.Built();
        var having = Scripts(site).Where(script => script.Text.Contains("my convolution", StringComparison.Ordinal));
        Assert.Equal(["unit-conv.js"], having.Select(script => script.Name));
        Assert.Matches("assets/[0-9a-f]+/unit-conv.js", site.Page("red/conv/0/index.html"));
        Assert.Matches("assets/[0-9a-f]+/overview.js", site.Page("red/index.html"));
    }

    [Theory]
    [InlineData("import { make } from \"./dome.js\";", "1:1: error CS1402: there is no script 'js/dome.js'; did you mean 'js/dom.js'?")]
    [InlineData("// mine\nimport { mak } from \"./dom.js\";", "2:1: error CS1402: 'js/dom.js' exports no 'mak'; did you mean 'make'?")]
    [InlineData("import { startPage } from \"./page/start.js\";",
        "1:1: error CS1402: scripts import each other in a circle: js/page/start.js, js/own.js, js/page/start.js; move what they share")]
    [InlineData("import make from \"./dom.js\";", "1:1: error CS1402: a script imports with `import { a, b } from")]
    [InlineData("import { make as create } from \"./dom.js\";", "1:1: error CS1402: a script imports with")]
    [InlineData("import \"./dom.js\";", "1:1: error CS1402: a script imports with")]
    [InlineData("import { make } from \"dom\";", "1:1: error CS1402: a script imports with")]
    [InlineData("  import {\n    make } from \"./dom.js\";", "1:3: error CS1402: a script imports with")]
    [InlineData("export default 1;", "1:1: error CS1402: a script exports with `export function`")]
    [InlineData("export let mine = 1;", "1:1: error CS1402: a script exports with")]
    [InlineData("const mine = 1;\n\nexport { mine };", "3:1: error CS1402: a script exports with")]
    [InlineData("export * from \"./dom.js\";", "1:1: error CS1402: a script exports with")]
    public void WhatCantBeJoinedIsToldWithItsPlace(string script, string says)
    {
        using var site = new TempSite();
        site.Write("templates/js/own.js", script + "\nexport function startOwn() {}\n");
        Assert.Single(site.Fails(1, ["templates/js/own.js:" + says]).Errors);
    }

    [Fact]
    public void AllMistakesAreToldAtOnce()
    {
        using var site = new TempSite();
        site.Write("templates/js/own.js", "export let mine = 1;\n");
        site.Write("templates/widgets/relu/widget.js", "import { nothing } from \"../../js/dom.js\";\nexport const widget = {};\n");
        site.Fails(1, [
            "templates/js/own.js:1:1: error CS1402: a script exports with",
            "templates/js/own.js:1:1: error CS1402: this script exports no 'startOwn'",
            "templates/widgets/relu/widget.js:1:1: error CS1402: 'js/dom.js' exports no 'nothing'",
        ]);
    }

    [Fact]
    public void AnOldWidgetIsToldWhatToDo()
    {
        using var site = new TempSite();
        site.Write("templates/widgets/conv/widget.js", "widgets.conv = {};\n");
        Assert.Single(site.Fails(1, [
            "templates/widgets/conv/widget.js:1:1: error CS1402: this script exports no 'widget', which 'unit-conv' imports; ",
            "scripts are modules: write `export`",
            "--only widgets/conv/widget.js)",
        ]).Errors);
    }

    [Fact]
    public void AScriptThatNoPageLoadsIsTold()
    {
        using var site = new TempSite();
        site.Write("templates/js/99-mine.js", "console.log(\"mine\");\n");
        site.Write("templates/widgets/lrn/widget.js", "export const widget = {};\n");
        var result = site.Built();
        Assert.Contains("templates/js/99-mine.js: warning CS1403: no page loads this script", result.Error);
        Assert.DoesNotContain("lrn", result.Error);
    }

    [Fact]
    public void ASourceMapLeadsFromEachLineToItsSource()
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", TempSite.Config + "source_maps: true\n");
        site.Write("templates/js/own.js", "// Mine.\n\nexport function startOwn() {\n  // Nothing.\n  console.log(1);\n}\n");
        site.Built();
        foreach (var file in Directory.EnumerateFiles(site.PathOf("output/assets"), "*.js.map", SearchOption.AllDirectories))
        {
            var script = File.ReadAllLines(file[..^".map".Length]);
            Assert.Equal($"//# sourceMappingURL={Path.GetFileName(file)}", script[^1]);
            var mapped = MappedLines.Of(File.ReadAllText(file)).ToArray();
            Assert.All(mapped, line => Assert.Equal(script[line.At].TrimStart(), Slim(line.Source)));
            Assert.Equal(IsOfPage(file[..^".map".Length]), mapped.Any(line => line.Source == "  console.log(1);"));
        }

        site.Write("content/site.yaml", TempSite.Config);
        site.Built();
        Assert.Empty(Directory.EnumerateFiles(site.Output, "*.map", SearchOption.AllDirectories));
    }

    [Fact]
    public void SpacesOfATextThatGoesOverLinesStay()
    {
        using var site = new TempSite();
        site.Write("templates/js/own.js",
            "export function startOwn() {\n  const text = `a\n  b`;\n  console.log(/** @type {any} */ (text), \"/** @type {'x'} */ (y)\");\n}\n");
        site.Built();
        Assert.All(Scripts(site), script => Assert.Contains(
            "  const text = `a\n  b`;\n  console.log((text), \"/** @type {'x'} */ (y)\");\n", script.Text, StringComparison.Ordinal));
    }

    /// <summary>The scripts that pages load at once.</summary>
    private static IEnumerable<(string Name, string Text)> Scripts(TempSite site) =>
        Directory.EnumerateFiles(site.PathOf("output/assets"), "*.js", SearchOption.AllDirectories)
            .Where(IsOfPage).Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    /// <summary>A line of a source as it stands in a script.</summary>
    private static string Slim(string line) => Types().Replace(line.Replace("export ", "", StringComparison.Ordinal).TrimStart(), "");

    [GeneratedRegex(@"/\*\* @type \{[^*`""']*\} \*/ ?(?=[(\w])")]
    private static partial Regex Types();

    private static bool IsOfPage(string file) =>
        Path.GetFileName(file) is not ("words.js" or "walk.js" or "reader.js" or "present.js" or "engine.js");
}
