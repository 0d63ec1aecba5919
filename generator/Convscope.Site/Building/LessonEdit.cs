using System.Collections.Immutable;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
using Convscope.Site.Lessons;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Loading;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Building;

/// <summary>
/// The short way for what is done most often: a text of the lesson was changed. No picture is decoded and nothing is run; the network is
/// loaded, so that every directive is checked as ever. Only chapters whose text has changed are parsed and written, and all other pages
/// are taken over; where that can't be known to be right, all chapters are written.
/// </summary>
internal sealed class LessonEdit(
    SiteSources sources, BuildOptions options, int given, OutputFolder output, Fingerprint fingerprint, LastBuild last, OnnxModel model, Stopwatches watches, CancellationToken cancel)
{
    private readonly NetworkGraph _network = model.Network;
    private readonly ParallelOptions _threads = BuildThreads.For(model.Network, sources.Pictures.Length, options, cancel).All;
    private readonly UnitPlan _plan = UnitPlan.Of(model.Network, [.. last.Pictures.Select(picture => picture.Activity)], SiteBuilder.Limits(sources));
    private readonly NetworkViews _views = new(model.Network, sources.Metadata, sources.Languages[0].Words);

    /// <summary>Builds the site, or gives null where the lesson needs something of the pictures that the last build didn't note.</summary>
    /// <exception cref="DiagnosticException">With every mistake found.</exception>
    public BuildSummary? Build()
    {
        var unchanged = last.Unchanged(fingerprint, sources.Languages.SelectMany(language => language.Chapters));
        return (unchanged.Count > 0 ? Build(unchanged) : null) ?? Build(ImmutableDictionary<string, NotedChapter>.Empty);
    }

    private BuildSummary? Build(IReadOnlyDictionary<string, NotedChapter> unchanged)
    {
        Lesson lesson;
        using (watches.Measure("bind")) lesson = LessonBuilding.Bind(sources, _network, _views, _plan, unchanged, _threads);
        if (!lesson.All.All(last.Drawings.Hold) || (unchanged.Count > 0 && !HasSameTitles(lesson))) return null;

        using var staged = output.Stage();
        var engine = new TemplateEngine(sources.Templates);
        var bundles = Bundles.Write(sources.Templates, staged);
        var links = new PageLinks(staged);
        var editions = Edition.All(sources, model, _views, last.Pictures, _plan, lesson, engine, staged, links, bundles, watches);
        var lessons = new LessonWriter(lesson, null, last.Drawings, engine, [.. editions.Select(edition => edition.Pages)], _threads);
        if (LessonWriter.Joined(lessons.Homes()) != last.Home) return null;
        lessons.Write();
        var written = staged.Files.Keys.ToHashSet(StringComparer.Ordinal);
        var kept = new KeptChapters(lesson);
        using (watches.Measure("keep")) staged.Keep(route => lesson.IsHome(route) || (lesson.Owns(route) ? kept.Own(route) : route != SiteFiles.Sitemap && !sources.IsStatic(route)));

        // What is gone may have been linked to from a page that is kept.
        if (unchanged.Count > 0 && output.Last.Files.Keys.Any(route => lesson.Owns(route) && !staged.Files.ContainsKey(route))) return null;
        SiteFiles.WriteSitemap(staged, editions[0].Site);
        StaticFiles.Stage(sources.Static, staged);

        var shown = PlanViews.Of(_network, _plan, last.Pictures.Length, given);
        IReadOnlyList<Diagnostic> warnings;
        using (watches.Measure("check"))
        {
            links.Add(last.Links);
            foreach (var home in sources.Languages.Select(language => language.Prefix + Routes.Home)) links.Add(home, Encoding.UTF8.GetString(staged.Read(home)));
            if (unchanged.Count > 0)
            {
                links.Add(last.Anchors.Where(link => written.Contains(link.Target)));
                if (links.Dead().Count > 0) return null;
            }

            warnings = SiteBuilder.Check(links, last.Warnings, new Budgets(staged).Total(sources.Config.Limits.Bytes, shown, SiteBuilder.BudgetSeverity(sources, options)));
        }

        cancel.ThrowIfCancellationRequested();
        using (watches.Measure("land")) staged.Land(fingerprint.Site, fingerprint.PicturePages);
        output.Notes.Write((last with
        {
            Fingerprint = fingerprint,
            Chapters = lesson.Noted(fingerprint.Chapters).ToImmutableDictionary(StringComparer.Ordinal),
            Anchors = [.. (unchanged.Count > 0 ? last.Anchors : []).Union(links.To(lesson.Owns))],
        }).ToNote(_network));
        return SiteBuilder.Summary(output, staged.Files, LayerError.Worst(last.Pictures.SelectMany(picture => picture.Errors)), watches) with { Warnings = warnings, Notes = PlanViews.Notes(shown) };
    }

    /// <summary>The pages before and after a chapter show its title.</summary>
    private bool HasSameTitles(Lesson lesson) =>
        lesson.Chapters.SelectMany(chapters => chapters).All(chapter => last.Chapters.TryGetValue(chapter.Source.Shown, out var noted) && noted.Title == chapter.Title);
}
