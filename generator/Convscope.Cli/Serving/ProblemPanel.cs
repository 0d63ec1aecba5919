using System.Collections.Immutable;
using System.Net;

namespace Convscope.Cli.Serving;

/// <summary>What stopped the last build, as markup at the end of a served page: whoever has no JavaScript reads it too.</summary>
internal static class ProblemPanel
{
    private const string Plain = "white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:#ffd9cf;margin:0 0 .5rem";

    private const string Frame = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;padding:1rem 1.25rem;"
        + "background:#2b1512;color:#fff;border-top:4px solid #ff7a59;font:15px/1.5 system-ui,sans-serif";

    /// <summary>The panel; nothing where there is no problem.</summary>
    public static string Html(ImmutableArray<string> problems)
    {
        if (problems.IsEmpty) return "";
        var title = problems.Length == 1 ? "The site can't be built" : $"The site can't be built: {problems.Length} problems";
        var lines = string.Concat(problems.Select(problem => $"<pre style=\"{Plain}\">{WebUtility.HtmlEncode(problem)}</pre>\n"));
        return $"<section id=\"convscope-problems\" role=\"alert\" aria-label=\"Problems of the last build\" style=\"{Frame}\">\n"
            + $"<h2 style=\"font:600 17px/1.4 system-ui,sans-serif;margin:0 0 .5rem;color:#fff\">{title}</h2>\n{lines}"
            + "<p style=\"margin:0;color:#fff\">Behind this is the last site that could be built. This page mends itself when the problem is gone.</p>\n</section>\n";
    }
}
