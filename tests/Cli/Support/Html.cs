using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Convscope.Tests.Cli.Support;

/// <summary>Parses pages as a browser does.</summary>
internal static class Html
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static IHtmlDocument Open(string path) => Parse(File.ReadAllText(path));
}
