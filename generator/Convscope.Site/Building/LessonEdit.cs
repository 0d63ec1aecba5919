using System.Collections.Immutable;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Inference;
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
/// are taken over, while the network is still being loaded; where that can't be known to be right, all chapters are written.
/// </summary>
internal sealed class LessonEdit : IDisposable
{
    private readonly SiteSources _sources;
    private readonly BuildOptions _options;
    private readonly int _given;
    private readonly OutputFolder _output;
    private readonly Fingerprint _fingerprint;
    private readonly LastBuild _last;
    private readonly Stopwatches _watches;
    private readonly CancellationToken _cancel;
    private readonly LessonRoutes _routes;
    private StagedSite _staged;
    private Task _keeping;

    /// <summary>Begins to build, and to take over all files that no text of the lesson is in.</summary>
    public LessonEdit(
        SiteSources sources, BuildOptions options, int given, OutputFolder output, Fingerprint fingerprint, LastNote note,
            Stopwatches watches, CancellationToken cancel)
    {
        (_sources, _options, _given, _output, _fingerprint, _watches, _cancel) =
            (sources, options, given, output, fingerprint, watches, cancel);
        _routes = new(sources.Languages);
        var reading = Task.Run(() => note.Read(sources.Pictures), CancellationToken.None);
        (_staged, _keeping) = Stage();
        _last = reading.GetAwaiter().GetResult();
    }

    /// <summary>What the last build noted.</summary>
    public LastBuild Last => _last;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Also where it failed: nothing may be written into a folder that is being removed.
        Task.WaitAny(_keeping);
        _staged.Dispose();
    }

    /// <summary>Builds the site, or gives null where the lesson needs something of the pictures that the last build didn't note.</summary>
    /// <exception cref="DiagnosticException">With every mistake found.</exception>
    public BuildSummary? Build(OnnxModel model)
    {
        var plan = UnitPlan.Of(model.Network, [.. _last.Pictures.Select(picture => picture.Activity)], SiteBuilder.Limits(_sources));
        var unchanged = _last.Unchanged(_fingerprint, _sources.Languages.SelectMany(language => language.Chapters));
        var summary = Build(model, plan, unchanged, out var needsPictures);
        if (summary is not null || needsPictures || unchanged.Count == 0) return summary;
        Dispose();
        (_staged, _keeping) = Stage();
        return Build(model, plan, ImmutableDictionary<string, NotedChapter>.Empty, out _);
    }

    private (StagedSite Staged, Task Keeping) Stage()
    {
        var staged = _output.Stage();
        return (staged, Task.Run(
            () =>
            {
                using (_watches.Measure("keep")) staged.Keep(route =>
                    _routes.IsHome(route) || !(_routes.Own(route) || route == SiteFiles.Sitemap || _sources.IsStatic(route)));
            },
            CancellationToken.None));
    }

    /// <summary>Builds the site with some chapters kept, or gives null.</summary>
    /// <param name="needsPictures">Whether it is null since something of the pictures is needed, so that to keep fewer chapters is no
    /// help.</param>
    private BuildSummary? Build(OnnxModel model, UnitPlan plan, IReadOnlyDictionary<string, NotedChapter> unchanged, out bool needsPictures)
    {
        var network = model.Network;
        var keeps = unchanged.Count > 0;
        var threads = BuildThreads.For(network, _sources.Pictures.Length, _options, _cancel).All;
        var views = new NetworkViews(network, _sources.Metadata, _sources.Languages[0].Words);
        var shown = Task.Run(() => EditionViews.All(_sources, network, views, _last.Pictures, plan), CancellationToken.None);
        Lesson lesson;
        using (_watches.Measure("bind")) lesson = LessonBuilding.Bind(_sources, network, views, plan, unchanged, threads);
        needsPictures = !lesson.All.All(_last.Drawings.Hold);
        if (needsPictures || (keeps && !HasSameTitles(lesson))) return null;

        var engine = new TemplateEngine(_sources.Templates);
        var links = new PageLinks(_staged);
        var editions = Edition.All(_sources, model, shown.GetAwaiter().GetResult(), lesson, engine, _staged, links, _last.Bundles,
            _watches);
        var lessons = new LessonWriter(lesson, null, _last.Drawings, engine, [.. editions.Select(edition => edition.Pages)], threads);
        _keeping.GetAwaiter().GetResult();
        needsPictures = LessonWriter.Joined(lessons.Homes()) != _last.Home;
        if (needsPictures) return null;
        var before = _staged.Files.Keys.ToHashSet(StringComparer.Ordinal);
        lessons.Write();
        var written = _staged.Files.Keys.Where(route => !before.Contains(route)).ToHashSet(StringComparer.Ordinal);
        var kept = new KeptChapters(lesson);
        using (_watches.Measure("keep")) _staged.Keep(kept.Own);

        // What is gone may have been linked to from a page that is kept.
        if (keeps && _output.Last.Files.Keys.Any(route => _routes.Own(route) && !_staged.Files.ContainsKey(route))) return null;
        SiteFiles.WriteSitemap(_staged, editions[0].Site);
        StaticFiles.Stage(_sources.Static, _staged, links);

        var planned = PlanViews.Of(network, plan, _last.Pictures.Length, _given);
        IReadOnlyList<Diagnostic> warnings;
        using (_watches.Measure("check"))
        {
            links.Add(_last.Links);
            foreach (var home in _sources.Languages.Select(language => language.Prefix + Routes.Home))
                links.Add(home, Encoding.UTF8.GetString(_staged.Read(home)));
            if (keeps)
            {
                links.Add(_last.Anchors.Where(link => written.Contains(link.Target)));
                if (links.Dead().Count > 0) return null;
            }

            warnings = SiteBuilder.Check(links, _last.Told.Warnings.Where(warning => warning.Code != DiagnosticCodes.TooManyBytes),
                new Budgets(_staged).Total(_sources.Config.Limits.Bytes, planned, SiteBuilder.BudgetSeverity(_sources, _options)));
        }

        _cancel.ThrowIfCancellationRequested();
        var noted = _last with
        {
            Fingerprint = _fingerprint,
            Told = new([.. warnings], [.. PlanViews.Notes(planned), .. OutputNotice.Of(network)]),
            Chapters = lesson.Noted(_fingerprint.Chapters).ToImmutableDictionary(StringComparer.Ordinal),
            Anchors = [.. (keeps ? _last.Anchors : []).Concat(links.To(_routes.Own))
                .DistinctBy(link => new LinkTarget(link.Target, link.Anchor))],
        };
        using (_watches.Measure("land")) _staged.Land(_fingerprint.Site, _fingerprint.PicturePages, () =>
            noted.ToNote(network), isSoon: true);
        return SiteBuilder.Summary(_output, _staged.Files, LayerError.Worst(_last.Pictures.SelectMany(picture => picture.Errors)),
            _watches) with
        { Warnings = [.. _sources.Warnings, .. warnings], Notes = noted.Told.Notes };
    }

    /// <summary>The pages before and after a chapter show its title.</summary>
    private bool HasSameTitles(Lesson lesson) =>
        lesson.Chapters.SelectMany(chapters => chapters)
            .All(chapter => _last.Chapters.TryGetValue(chapter.Source.Key, out var noted) && noted.Title == chapter.Title);
}
