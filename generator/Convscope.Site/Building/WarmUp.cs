using Convscope.Site.Configuration;
using Convscope.Site.Markdown;
using Convscope.Site.Templates;
using Scriban;
using Scriban.Runtime;

namespace Convscope.Site.Building;

/// <summary>
/// Half of a short build is the runtime loading the code of libraries. While the command line is read on one thread, and then the
/// sources, another lets those of YAML, Markdown and templates read a text that has a bit of everything.
/// </summary>
public static class WarmUp
{
    private const string Data = "one: 1\ntwo: [a, 'b', \"c\"]\nthree:\n  four: >\n    five\n";
    private const string Text =
        "# Title\n\nSome *words*, **more**, `code` and [a link](../there/#place).\n\n- one\n- two\n\n1. three\n\n> four\n\n| a | b |\n|---|---|\n| c | d |\n\n::: note\nfive\n:::\n";

    private const string Page =
        "{{~ func f(x) ~}}{{ x }}{{ end ~}}{{ for x in list }}{{ if x != '' && !(x == 'b') }}<b class=\"{{ x }}\">{{ f x }}{{ x | html.escape }}</b>{{ else }}{{ for.index + 1 }}{{ end }}{{ end ~}}\n";

    private static readonly string[] List = ["a", "b"];

    /// <summary>Begins.</summary>
    public static void Begin() => Task.Run(() =>
    {
        _ = YamlMap.Parse(Data, "", []);
        _ = MarkdownRenderer.Render(MarkdownRenderer.Parse(Text, html: true));
        var context = new EscapingContext();
        context.PushGlobal(new ScriptObject { ["list"] = List });
        _ = Template.Parse(Page).Render(context);
    });
}
