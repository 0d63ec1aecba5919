namespace Convscope.Cli.Serving;

/// <summary>A site's pages as they are served: with the script that reloads them, and with what is wrong.</summary>
/// <param name="own">Address of the server's own files, such as the script, with a slash at its end.</param>
internal sealed class ServedPages(string own)
{
    /// <summary>A page of the site.</summary>
    public string Of(string html, LiveState state) =>
        Before("</body>", Before("</head>", html, $"<script src=\"{own}live.js?version={state.Version}\" defer></script>\n", last: false),
            ProblemPanel.Html(state.Problems), last: true);

    /// <summary>The page where there is no site yet.</summary>
    public string Waiting(LiveState state) => Of(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Convscope</title>\n</head>\n<body>\n<h1>There is no site yet</h1>\n</body>\n</html>\n",
        state);

    private static string Before(string tag, string html, string piece, bool last)
    {
        var at = last ? html.LastIndexOf(tag, StringComparison.OrdinalIgnoreCase) : html.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html + piece : html.Insert(at, piece);
    }
}
