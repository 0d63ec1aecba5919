using Convscope.Site.Markdown;

namespace Convscope.Site.Building;

/// <summary>
/// Half of a short build is the runtime loading the code of libraries. While the sources are read on one thread, another lets
/// the library of Markdown read and render a text that has a bit of everything.
/// </summary>
internal static class WarmUp
{
    private const string Text = "# Title\n\nSome *words*, **more**, `code` and [a link](../there/#place).\n\n- one\n- two\n\n1. three\n\n> four\n\n| a | b |\n|---|---|\n| c | d |\n\n::: note\nfive\n:::\n";

    /// <summary>Begins.</summary>
    public static void Begin() => Task.Run(() => MarkdownRenderer.Render(MarkdownRenderer.Parse(Text, html: true)));
}
