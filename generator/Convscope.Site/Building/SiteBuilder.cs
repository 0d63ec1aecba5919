using System.Collections.Immutable;
using Convscope.Core.Answers;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Assets.Scripts;
using Convscope.Site.Checking;
using Convscope.Site.Lessons;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Live;
using Convscope.Site.Loading;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>The whole way from sources to a site: load, run, verify, render, compose, check, land.</summary>
public static class SiteBuilder
{
    /// <summary>Builds a site.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="watches">Measures the stages.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <param name="cancel">Stops the build between pictures; the old site stands.</param>
    /// <exception cref="DiagnosticException">With every mistake found; nothing was changed.</exception>
    public static BuildSummary Build(BuildOptions options, Stopwatches watches, BuildObserver observer, CancellationToken cancel)
    {
        SiteSources sources;
        using (watches.Measure("load")) sources = SiteSources.Load(options);
        var given = sources.Pictures.Length;
        if (sources.Config.Limits.Pictures is { } most && most < given)
            sources = sources with { Pictures = [.. sources.Pictures.Take(most)] };
        using var output = new OutputFolder(sources.OutputPath.Full, sources.OutputPath.Shown, options.Patience, observer.Tell, cancel);
        var archive = options.Zip is { } zip ? new SiteArchive(zip, [output.FullPath, .. sources.Folders]) : null;
        try
        {
            var summary = Build(sources, given, output, options, watches, observer, cancel);
            if (archive is null) return summary;
            using (watches.Measure("zip")) return summary with { ZipBytes = archive.Write(output.FullPath, cancel) };
        }
        finally
        {
            observer.Aftermath = output.Aftermath;
        }
    }

    private static BuildSummary Build(
        SiteSources sources, int given, OutputFolder output, BuildOptions options, Stopwatches watches, BuildObserver observer,
            CancellationToken cancel)
    {
        var severity = BudgetSeverity(sources, options);
        var fingerprint = Fingerprint.Of(sources, given, severity);
        var note = options.NoCache ? null : LastNote.Of(output, fingerprint);
        if (!options.NoCache && output.IsCurrent(fingerprint.Site))
        {
            return Summary(output, output.Last.Files, [], watches) with
            {
                IsUnchanged = true,
                Warnings = [.. sources.Warnings, .. note?.Told.Warnings ?? []],
                Notes = note?.Told.Notes ?? [],
            };
        }

        var loading = Task.Run(() => LoadModel(sources, note?.Model, watches), CancellationToken.None);
        using var edit = note is null || !output.IsWhole
            ? null : new LessonEdit(sources, options, given, output, fingerprint, note, watches, cancel);
        using var model = loading.GetAwaiter().GetResult();
        if (edit?.Build(model) is { } edited) return edited;
        edit?.Dispose();
        var last = edit?.Last;

        var network = model.Network;
        CheckMetadata(network, sources);
        var answer = AnswerPlan.Of(network, sources.Metadata);
        using var other = ComparedModel.Load(sources, network);
        using var staged = output.Stage();
        var threads = BuildThreads.For(network, sources.Pictures.Length, options, cancel);
        var survey = new SurveyRound(new(model, sources, staged, watches), sources.Pictures, threads, observer.Progress);
        var worst = LayerError.Worst(survey.Pictures.SelectMany(picture => picture.Errors));
        var doubts = Verdicts.Of(worst, survey.Pictures, sources);

        sources = sources with
        {
            Doubts = [.. RecipeDoubts.Of(network, sources.Metadata.Preprocessing, sources.Metadata.Stated),
            .. AnswerDoubts.Of(network, survey.Pictures)]
        };
        var plan = UnitPlan.Of(network, [.. survey.Pictures.Select(picture => picture.Activity)], Limits(sources));
        var views = new NetworkViews(network, sources.Metadata, sources.Languages[0].Words, [.. worst.Where(error => !error.IsWithin)]);
        var lesson = LessonBuilding.Bind(sources, network, views, plan, ImmutableDictionary<string, NotedChapter>.Empty, threads.All);
        KernelPictures kernels;
        using (watches.Measure("render")) kernels = new(network, staged, plan, threads.Pictures);
        var engine = new TemplateEngine(sources.Templates);
        var live = LiveOffer.Of(network, sources.Config.Live);
        var bundles = Bundles.Write(
            sources.Templates, staged, network, sources.Metadata.Preprocessing, live, sources.Config.HasSourceMaps);
        var links = new PageLinks(staged);
        var editions = Edition.All(sources, model, EditionViews.All(sources, network, views, survey.Pictures, plan), lesson, engine,
            staged, links, bundles, watches);
        var pictures = editions[0].Site.Pictures;
        var shared = new SharedFiles(staged);
        var overviews = editions.Select(edition => new OverviewComposer(network, edition.Views, plan, shared)).ToImmutableArray();
        var answers = AnswerComposer.All(editions, network, answer, plan, survey.Pictures, shared);
        var details = editions.Select(edition => edition.Details(network, sources.Metadata.Preprocessing, shared)).ToImmutableArray();
        var texts = editions.Select(edition => edition.Texts(network)).ToImmutableArray();
        var shown = PlanViews.Of(network, plan, pictures.Length, given);
        var composer = new PictureComposer(network, kernels, sources.Templates, shown, threads.Within);
        var assets = new PictureAssets(network, sources.Metadata.Preprocessing, views, staged, plan);
        var strongest = new StrongestPictures(network.Layers.Where(layer => views[layer].KernelsUrl.Length > 0), plan, survey.Pictures);

        ImmutableArray<OverviewView> home = [];
        var records = new PictureRecord[pictures.Length];
        var lessonPictures = new LessonPictures(network, lesson.Scope.Pictures, lesson.Needs, (run, maps) =>
            editions.Select((edition, i) => (edition.Words.Code, overviews[i].Of(run, edition.Picture(run.Entry.Id), texts[i].In(maps))))
            .ToImmutableDictionary(pair => pair.Code, pair => pair.Item2));
        var comparer = other is null ? null : new PictureComparer(network, other, staged, watches);
        var practice = new PracticePool(network, plan, lesson.Scope.Pictures);
        IPictureVisitor[] visitors = comparer is null ? [lessonPictures, practice] : [lessonPictures, practice, comparer];
        var done = 0;
        threads.Each(pictures.Length, i =>
        {
            var run = survey.Take(i);
            ImmutableDictionary<string, MapsView> maps;
            using (watches.Measure("render")) maps = texts[0].In(assets.Write(run, threads.Within));
            foreach (var visitor in visitors) visitor.Visit(run, pictures[i], maps);
            strongest.Collect(i, maps);
            records[i] = PictureRecord.Of(network, maps);
            if (live.IsMade)
            {
                var recorded = RecordedMaps.Write(network, staged, pictures[i].Id, run.Activations, records[i]);
                records[i] = records[i] with { Recorded = recorded };
            }

            if (i == 0 || last is null)
            {
                var told = editions.Select((edition, e) =>
                {
                    var (picture, own) = (edition.Site.Pictures[i], e == 0 ? maps : texts[e].In(maps));
                    return new PictureEdition(edition, picture, own,
                        overviews[e].Of(run, picture, own) with { Answer = answers[e]?.Of(run) }, details[e]);
                }).ToImmutableArray();
                if (i == 0) home = [.. told.Select(edition => edition.Overview)];
                if (last is null) composer.Write(run, told);
            }

            links.Settle();
            observer.Progress(new("Drawing and writing pages", Interlocked.Increment(ref done), pictures.Length));
        });

        // Composing a page also writes the data and figures that only it knows of.
        if (last is not null)
        {
            var kept = pictures.Select(picture => picture.Id).Concat(["data", "figures"]).ToHashSet(StringComparer.Ordinal);
            staged.Keep(route => kept.Contains(Folder(route, sources.Languages)) && !sources.IsStatic(route));
            links.Add(last.Links);
        }

        var drawings = new Drawings();
        var scene = new LessonScene(lesson.Scope, editions, kernels, lessonPictures)
        {
            Learning = sources.Learning is { } learning ? new(learning, network, sources.Metadata.ToModelOptions()) : null, Staged = staged,
        };
        var lessons = new LessonWriter(lesson, scene, drawings, engine,
            [.. editions.Select(edition => edition.Pages)], threads.All);
        var siteComposer = new SiteComposer(model, editions, plan, shown, kernels, strongest, staged, lessons,
            StaticFiles.Yielded(sources.Static));
        siteComposer.WriteNetwork(worst,
            [.. survey.Pictures.Select(picture => picture.Optimised).OfType<OptimisedAnswer>()], records[0]);
        if (comparer is not null) new CompareComposer(network, other!, comparer).Write(editions, survey.Pictures, records);
        if (bundles.Engine.Length > 0) new TryPage(network).Write(editions, home, records);
        var exercises = new PracticePages(practice, PracticeKinds.Of(network), staged);
        foreach (var edition in editions) exercises.Write(edition);
        var intoLesson = links.To(lesson.Routing.Own).ToImmutableArray();
        var text = siteComposer.WriteLesson(home, records, worst);
        StaticFiles.Stage(sources.Static, staged, links);
        IReadOnlyList<Diagnostic> over, warnings;
        using (watches.Measure("check"))
        {
            var budgets = new Budgets(staged);
            over =
            [
                .. doubts, .. UnusedScripts.Of(sources.Templates),
                .. OutputNotice.OfLabels(network, sources), .. OutputNotice.OfRecipe(sources.Doubts, sources.ModelFile),
                .. budgets.Over(network, views.Modules, bundles, pictures, records, severity),
            ];
            warnings = Check(links, over, budgets.Total(sources.Config.Limits.Bytes, shown, severity));
        }

        cancel.ThrowIfCancellationRequested();
        var noted = new LastBuild(
            fingerprint, new([.. warnings], [.. PlanViews.Notes(shown), .. OutputNotice.Of(network), .. LiveNotice.Of(network, sources)]),
            model.Note, bundles,
            survey.Pictures, intoLesson, text, drawings, lesson.Noted(fingerprint.Chapters)
                .ToImmutableDictionary(StringComparer.Ordinal), [.. links.To(lesson.Routing.Own)]);
        using (watches.Measure("land")) staged.Land(fingerprint.Site, fingerprint.PicturePages, () => noted.ToNote(network));
        return Summary(output, staged.Files, worst, watches) with
        {
            Warnings = [.. sources.Warnings, .. warnings],
            Notes = noted.Told.Notes,
        };
    }

    /// <summary>The folder that a file stands in, within its language.</summary>
    private static string Folder(string route, ImmutableArray<LanguageSource> languages)
    {
        var prefix = languages.Select(language => language.Prefix)
            .FirstOrDefault(prefix => prefix.Length > 0 && route.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        return route[prefix.Length..].Split('/')[0];
    }

    private static OnnxModel LoadModel(SiteSources sources, byte[]? note, Stopwatches watches)
    {
        using (watches.Measure("import"))
        {
            var options = sources.Metadata.ToModelOptions() with { Folder = Path.GetDirectoryName(sources.ModelFile.Full) };
            return OnnxModel.Load(sources.ModelBytes.Take(), new SourceSpan(sources.ModelFile.Shown), options, note);
        }
    }

    private static void CheckMetadata(NetworkGraph network, SiteSources sources)
    {
        if (sources.Metadata.UnknownLayers(network).ToArray() is { Length: > 0 } unknown) throw new DiagnosticException(unknown);
        var labels = sources.Metadata.Labels.Length;
        if (labels == 0 || sources.Metadata.AreLabelsOfFile || network.Output.Shape.Units == labels
            || (labels == 2 && Prediction.IsYesOrNo(network))
            || sources.Metadata.Answer is not null and not { Kind: AnswerKind.Mask }
            || network.Meaning.Task == NetworkTask.Detector) return;
        throw new DiagnosticException(
            DiagnosticCodes.LabelCount,
                $"{labels} labels are given, but the network's last layer '{network.Output.Name}' has {network.Output.Shape.Units} outputs", new(sources.ModelFile.Shown));
    }

    internal static PlanLimits Limits(SiteSources sources) =>
        new(sources.Config.Limits.Units, sources.Config.Limits.Layers,
        sources.Config.Limits.Bytes)
        { Languages = sources.Languages.Length };

    /// <summary>How much being over a budget matters: what the command line names isn't the site's own.</summary>
    internal static Severity BudgetSeverity(SiteSources sources, BuildOptions options) =>
        sources.Config.EnforcesBudgets && options.Model is null && options.Images is null ? Severity.Error : Severity.Warning;

    /// <summary>Links that lead nowhere stop the build, and so does what is over its budget where that is an error.</summary>
    internal static IReadOnlyList<Diagnostic> Check(PageLinks links, IEnumerable<Diagnostic> over, IEnumerable<Diagnostic> total)
    {
        var dead = links.Dead();
        if (dead.Count > 0) throw new DiagnosticException(dead);
        Diagnostic[] budgets = [.. over, .. total];
        return Array.Exists(budgets, one => one.Severity == Severity.Error) ? throw new DiagnosticException(budgets) : budgets;
    }

    internal static BuildSummary Summary(OutputFolder output, IReadOnlyDictionary<string, long> files, ImmutableArray<LayerError> worst,
        Stopwatches watches)
    {
        int In(string folder) => files.Keys.Count(name => name.StartsWith(folder, StringComparison.Ordinal));
        return new(output.Shown, false, files.Keys.Count(IsPage), In("maps/"), In("kernels/"), files.Values.Sum(),
            worst.MaxBy(error => error.OfBound), watches.Stages);
    }

    private static bool IsPage(string name) => name.EndsWith(".html", StringComparison.Ordinal);
}
