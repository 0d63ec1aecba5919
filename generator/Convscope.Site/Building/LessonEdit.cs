using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
using Convscope.Site.Lessons;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Loading;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Building;

/// <summary>
/// The short way for what is done most often: a text of the lesson was changed. No picture is decoded and nothing is run; the network is
/// loaded, so that every directive is checked as ever, and all but the lesson's pages is taken over.
/// </summary>
internal static class LessonEdit
{
    /// <summary>Builds the site, or gives null where the lesson needs something of the pictures that the last build didn't note.</summary>
    /// <exception cref="DiagnosticException">With every mistake found.</exception>
    public static BuildSummary? Build(
        SiteSources sources, BuildOptions options, int given, OutputFolder output, Fingerprint fingerprint, LastBuild last, OnnxModel model, Stopwatches watches, CancellationToken cancel)
    {
        var network = model.Network;
        var threads = BuildThreads.For(network, sources.Pictures.Length, options, cancel).Within;
        var plan = UnitPlan.Of(network, [.. last.Pictures.Select(picture => picture.Activity)], SiteBuilder.Limits(sources));
        var views = new NetworkViews(network, sources.Metadata, sources.Languages[0].Words);
        var lesson = LessonBuilding.Bind(sources, network, views, plan, threads);
        if (!lesson.All.All(last.Drawings.Hold)) return null;

        using var staged = output.Stage();
        var engine = new TemplateEngine(sources.Templates);
        var bundles = Bundles.Write(sources.Templates, staged);
        var links = new PageLinks(staged);
        var editions = Edition.All(sources, model, views, last.Pictures, plan, lesson, engine, staged, links, bundles, watches);
        var lessons = new LessonWriter(lesson, null, last.Drawings, engine, [.. editions.Select(edition => edition.Pages)], threads);
        if (LessonWriter.Joined(lessons.Homes()) != last.Home) return null;
        lessons.Write();
        using (watches.Measure("keep")) staged.Keep(route => lesson.IsHome(route) || !(lesson.Owns(route) || route == SiteFiles.Sitemap || sources.IsStatic(route)));
        SiteFiles.WriteSitemap(staged, editions[0].Site);
        StaticFiles.Stage(sources.Static, staged);

        var shown = PlanViews.Of(network, plan, last.Pictures.Length, given);
        IReadOnlyList<Diagnostic> warnings;
        using (watches.Measure("check"))
        {
            links.Add(last.Links);
            foreach (var home in sources.Languages.Select(language => language.Prefix + Routes.Home)) links.Add(home, System.Text.Encoding.UTF8.GetString(staged.Read(home)));
            warnings = SiteBuilder.Check(links, last.Warnings, new Budgets(staged).Total(sources.Config.Limits.Bytes, shown, SiteBuilder.BudgetSeverity(sources, options)));
        }

        cancel.ThrowIfCancellationRequested();
        using (watches.Measure("land")) staged.Land(fingerprint.Site, fingerprint.PicturePages);
        output.Notes.Write((last with { Fingerprint = fingerprint }).ToNote(network));
        return SiteBuilder.Summary(output, staged.Files, LayerError.Worst(last.Pictures.SelectMany(picture => picture.Errors)), watches) with { Warnings = warnings, Notes = PlanViews.Notes(shown) };
    }
}
