using Convscope.Site.Markdown;
using Convscope.Site.Templates;
using Scriban;
using Scriban.Runtime;

namespace Convscope.Site.Building;

/// <summary>
/// Half of a short build is the runtime loading the code of libraries. While the sources are read on one thread, another lets
/// those of Markdown and of templates read and render a text that has a bit of everything.
/// </summary>
internal static class WarmUp
{
    private const string Text = "# Title\n\nSome *words*, **more**, `code` and [a link](../there/#place).\n\n- one\n- two\n\n1. three\n\n> four\n\n| a | b |\n|---|---|\n| c | d |\n\n::: note\nfive\n:::\n";

    private const string Page = "{{~ func f(x) ~}}{{ x }}{{ end ~}}{{ for x in list }}{{ if x != '' && !(x == 'b') }}<b class=\"{{ x }}\">{{ f x }}{{ x | html.escape }}</b>{{ else }}{{ for.index + 1 }}{{ end }}{{ end ~}}\n";

    private static readonly string[] List = ["a", "b"];

    /// <summary>Begins.</summary>
    public static void Begin() => Task.Run(() =>
    {
        _ = MarkdownRenderer.Render(MarkdownRenderer.Parse(Text, html: true));
        var context = new EscapingContext();
        context.PushGlobal(new ScriptObject { ["list"] = List });
        _ = Template.Parse(Page).Render(context);
    });
}
