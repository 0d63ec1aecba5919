using System.Text;
using Convscope.Core.Planning;
using Convscope.Site.Checking;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Renders pages and hands them to the staged site and the link check.</summary>
public sealed class PageWriter(TemplateEngine engine, StagedSite staged, PageLinks links, SiteView site, Stopwatches watches)
{
    private const string DefaultLayout = "layouts/page.html";

    /// <summary>Renders one page.</summary>
    /// <param name="template">Name such as <c>pages/unit.html</c>.</param>
    /// <param name="page">Its route, title and kind.</param>
    /// <param name="model">What else the template may name.</param>
    public void Write(string template, PageView page, params (string Name, object? Value)[] model) => Write(template, page, DefaultLayout, model);

    /// <summary>Renders one page inside another layout, or null for none.</summary>
    public void Write(string template, PageView page, string? layout, params (string Name, object? Value)[] model)
    {
        var words = page.Words ?? site.Words;
        var globals = new Dictionary<string, object?>
        {
            ["site"] = site,
            ["page"] = page,
            ["word"] = new WordFunction(words),
            ["script_words"] = TemplateFunctions.Json(words.Script),
            ["language"] = words.Find("language_tag") ?? site.Language,
            ["bundle"] = site.PageBundles.GetValueOrDefault(page.Kind),
            ["root"] = page.Route == Routes.NotFound ? RootOfNotFound() : Routes.ToRoot(page.Route),
        };
        foreach (var (name, value) in model) globals[name] = value;
        string html;
        using (watches.Measure("compose")) html = engine.Render(template, globals, layout);
        if (page.Prefix.Length > 0) html = ForeignLinks.Mark(html, page.Prefix, site.Words.Find("language_tag") ?? site.Language);
        if (page.Route != Routes.NotFound) links.Add(page.Route, html);
        using (watches.Measure("write")) staged.Add(page.Route, Encoding.UTF8.GetBytes(html));
    }

    /// <summary>Takes a file along as it is.</summary>
    public void Copy(string route, string path)
    {
        using (watches.Measure("write")) staged.Add(route, File.ReadAllBytes(path));
    }

    /// <summary>Makes the description of a page.</summary>
    public PageView Page(string route, string kind, string title, string description, params (string Title, string Url)[] crumbs) =>
        new(route, kind, title, description, Absolute(route), [.. crumbs.Select(crumb => new CrumbView(crumb.Title, crumb.Url))]);

    /// <summary>The address of a page where the site will stand; empty when that is unknown.</summary>
    public string Absolute(string route) =>
        site.BaseUrl.Length == 0 ? "" : site.BaseUrl.TrimEnd('/') + "/" + (route.EndsWith("index.html", StringComparison.Ordinal) ? route[..^"index.html".Length] : route);

    /// <summary>A 404 page is served for any address, so that relative links can't work; without a base URL the root of the host is the best guess.</summary>
    private string RootOfNotFound() => site.BaseUrl.Length == 0 ? "/" : new Uri(site.BaseUrl).AbsolutePath.TrimEnd('/') + "/";
}
