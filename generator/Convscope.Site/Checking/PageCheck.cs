using Convscope.Core.Diagnostics;

namespace Convscope.Site.Checking;

/// <summary>Checks one page by itself, and keeps its links and ids for the check of the whole.</summary>
public sealed class PageCheck
{
    private static readonly string[] Addresses = ["href", "src", "poster"];

    private readonly string _html;
    private readonly string _shown;
    private readonly List<Diagnostic> _problems = [];

    private PageCheck(string route, string html, string shown) => (Route, _html, _shown) = (route, html, shown);

    /// <summary>The page's route.</summary>
    public string Route { get; }

    /// <summary>Its ids.</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Its addresses as written, with where they are.</summary>
    public List<TextLink> Links { get; } = [];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads a page.</summary>
    /// <param name="route">Its route in the site.</param>
    /// <param name="html">Its text.</param>
    /// <param name="shown">The file as the user would name it.</param>
    public static PageCheck Of(string route, string html, string shown)
    {
        var page = new PageCheck(route, html, shown);
        var (tags, problems) = HtmlReader.Read(html);
        foreach (var (at, message) in problems) page.Add(DiagnosticCodes.Html, message, at);
        foreach (var tag in tags) page.Read(tag);
        page.ReadWhole(tags);
        return page;
    }

    private void Read(HtmlTag tag)
    {
        if (tag["id"] is { } id && !Ids.Add(id)) Add(DiagnosticCodes.Html, $"the id '{id}' is used twice", tag.At);
        if (tag["id"] is "") Add(DiagnosticCodes.Html, "an id is empty", tag.At);
        if (tag.Name == "img" && tag["alt"] is null)
            Add(DiagnosticCodes.NoAlt, $"the picture {tag["src"]} has no text alternative (alt)", tag.At);
        if (tag.Name == "link" && tag["rel"] is "canonical" or "alternate") return;
        foreach (var name in Addresses)
        {
            if (tag[name] is { } address) Links.Add(new(address, Place(tag.At)));
        }

        foreach (var address in PageAddresses.OfSet(tag["srcset"] ?? "")) Links.Add(new(address, Place(tag.At)));
    }

    private void ReadWhole(IReadOnlyList<HtmlTag> tags)
    {
        if (tags.FirstOrDefault(tag => tag.Name == "html")?["lang"] is null or "")
            Add(DiagnosticCodes.Html, "the page doesn't say its language (lang)", 0);
        var title = tags.FirstOrDefault(tag => tag.Name == "title");
        if (title is null || _html.AsSpan(title.At).StartsWith("<title></title>"))
            Add(DiagnosticCodes.Html, "the page has no title", title?.At ?? 0);
    }

    private void Add(string code, string message, int at) => _problems.Add(Diagnostic.Error(code, message, Place(at)));

    private SourceSpan Place(int at)
    {
        var (line, column) = HtmlReader.Place(_html, at);
        return new(_shown, line, column);
    }
}
