using System.Collections.Immutable;
using System.Text;
using Convscope.Core.Planning;
using Convscope.Site.Assets.Scripts;
using Convscope.Site.Checking;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Renders the pages of one language and hands them to the staged site and the link check.</summary>
/// <param name="engine">Renders templates.</param>
/// <param name="staged">Takes the pages.</param>
/// <param name="links">Checks their links.</param>
/// <param name="site">What they know of the site.</param>
/// <param name="language">Their language.</param>
/// <param name="languages">All languages of the site, its own first.</param>
/// <param name="playground">Where the playground stands, from the site's root.</param>
/// <param name="watches">Measures.</param>
public sealed class PageWriter(
    TemplateEngine engine, StagedSite staged, PageLinks links, SiteView site, LanguageSource language,
        ImmutableArray<LanguageSource> languages, string playground, Stopwatches watches)
{
    private const string DefaultLayout = "layouts/page.html";
    private readonly WordFunction _word = new(language.Words);
    private readonly bool _isRightToLeft = language.Words.IsRightToLeft;

    /// <summary>Renders one page.</summary>
    /// <param name="template">Name such as <c>pages/unit.html</c>.</param>
    /// <param name="page">Its route, title and kind.</param>
    /// <param name="model">What else the template may name.</param>
    public void Write(string template, PageView page, params (string Name, object? Value)[] model) =>
        Write(template, page, DefaultLayout, model);

    /// <summary>Renders one page inside another layout, or null for none.</summary>
    public void Write(string template, PageView page, string? layout, params (string Name, object? Value)[] model)
    {
        var root = page.Kind == "not-found" ? RootOfNotFound() : Routes.ToRoot(page.Route);
        var globals = new Dictionary<string, object?>
        {
            ["site"] = site,
            ["page"] = page,
            ["site_sections"] = site.Sections.GetValueOrDefault(page.Prefix, []),
            ["word"] = _word,
            ["language"] = language.Words.Tag,
            ["is_right_to_left"] = _isRightToLeft,
            ["backward"] = _isRightToLeft ? "→" : "←",
            ["forward"] = _isRightToLeft ? "←" : "→",
            ["script"] = site.Scripts.Of(page.Kind, page.Operator),
            ["walk"] = site.Scripts.Routes[PageScripts.Walk],
            ["present"] = site.Scripts.Routes[PageScripts.Present],
            ["reader"] = site.Scripts.Routes[PageScripts.Reader],
            ["page_css"] = site.PageCss.GetValueOrDefault(page.Kind, ""),
            ["root"] = root,
            ["pages"] = root + page.Prefix,
        };
        foreach (var (name, value) in model) globals[name] = value;
        string html;
        using (watches.Measure("compose")) html = engine.Render(template, globals, layout);
        if (page.Prefix.Length > 0 && page.IsOfLesson) html = ForeignLinks.Mark(html, page.Prefix, languages[0].Words.Tag);
        if (page.Kind != "not-found") links.Add(page.Route, html);
        using (watches.Measure("write")) staged.Add(page.Route, Encoding.UTF8.GetBytes(html));
    }

    /// <summary>Takes in the links that an author wrote into a text.</summary>
    /// <param name="route">The page that is made of it.</param>
    /// <param name="authored">The links, with their places in the text.</param>
    public void Add(string route, IEnumerable<TextLink> authored) => links.Add(route, authored);

    /// <summary>Takes a file along as it is.</summary>
    public void Copy(string route, string path)
    {
        using (watches.Measure("write")) staged.Add(route, File.ReadAllBytes(path));
    }

    /// <summary>Makes the description of a page.</summary>
    /// <param name="route">Where it stands in the site's own language; other languages have a folder before it.</param>
    /// <param name="kind">What it is: <c>unit</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">A sentence for search engines.</param>
    /// <param name="crumbs">The way to it, in routes of the site's own language.</param>
    public PageView Page(string route, string kind, string title, string description, params (string Title, string Url)[] crumbs) =>
        new(language.Prefix + route, kind, title, description, Absolute(language.Prefix + route),
            [.. crumbs.Select(crumb => new CrumbView(crumb.Title, crumb.Url))])
        {
            Prefix = language.Prefix, Playground = playground, Alternates = In(route, languages),
        };

    /// <summary>The same page in the languages that have it, itself included; none where it has only one.</summary>
    public ImmutableArray<AlternateView> In(string route, IReadOnlyCollection<LanguageSource> having) => having.Count < 2 ? [] :
    [
        .. having.Select(other =>
            new AlternateView(other.Words["language_tag"], other.Words["language_name"], other.Prefix + route, other == language)
        {
            Absolute = Absolute(other.Prefix + route),
        }),
    ];

    /// <summary>The address of a page where the site will stand; empty when that is unknown.</summary>
    public string Absolute(string route) =>
        site.BaseUrl.Length == 0 ? "" : Routes.Absolute(site.BaseUrl, route.EndsWith("index.html", StringComparison.Ordinal)
            ? route[..^"index.html".Length] : route);

    /// <summary>A 404 page is served for any address, so that relative links can't work; without a base URL the root of the host is the
    /// best guess.</summary>
    private string RootOfNotFound() => site.BaseUrl.Length == 0 ? "/" : new Uri(site.BaseUrl).AbsolutePath.TrimEnd('/') + "/";
}
