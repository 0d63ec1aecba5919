using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons;
using Convscope.Site.Lessons.Writing;
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
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancel">Stops the build between pictures; the old site stands.</param>
    /// <exception cref="DiagnosticException">With every mistake found; nothing was changed.</exception>
    public static BuildSummary Build(BuildOptions options, Stopwatches watches, Action<BuildProgress> progress, CancellationToken cancel)
    {
        SiteSources sources;
        using (watches.Measure("load")) sources = SiteSources.Load(options);
        var given = sources.Pictures.Length;
        if (sources.Config.Limits.Pictures is { } most && most < given) sources = sources with { Pictures = [.. sources.Pictures.Take(most)] };
        using var output = new OutputFolder(sources.OutputPath.Full, sources.OutputPath.Shown, sources.Root, sources.Folders, options.Patience, cancel);
        var archive = options.Zip is { } zip ? new SiteArchive(zip, [output.FullPath, .. sources.Folders]) : null;
        var summary = Build(sources, given, output, options, watches, progress, cancel);
        if (archive is null) return summary;
        using (watches.Measure("zip")) return summary with { ZipBytes = archive.Write(output.FullPath, cancel) };
    }

    private static BuildSummary Build(
        SiteSources sources, int given, OutputFolder output, BuildOptions options, Stopwatches watches, Action<BuildProgress> progress, CancellationToken cancel)
    {
        var severity = BudgetSeverity(sources, options);
        var fingerprint = Fingerprint.Of(sources, given, severity);
        if (!options.NoCache && output.IsCurrent(fingerprint.Site)) return Unchanged(output, watches);
        var last = options.NoCache ? null : LastBuild.Of(output, fingerprint, sources.Pictures);
        using var model = LoadModel(sources, watches);
        if (last is not null && LessonEdit.Build(sources, options, given, output, fingerprint, last, model, watches, cancel) is { } edited) return edited;

        var network = model.Network;
        CheckLabels(network, sources);
        using var staged = output.Stage();
        var threads = BuildThreads.For(network, sources.Pictures.Length, options, cancel);
        var survey = new SurveyRound(new(model, sources, staged, watches), sources.Pictures, threads, progress);
        var worst = LayerError.Worst(survey.Pictures.SelectMany(picture => picture.Errors));
        Verified(worst, sources);

        var plan = UnitPlan.Of(network, [.. survey.Pictures.Select(picture => picture.Activity)], Limits(sources.Config));
        var views = new NetworkViews(network, sources.Metadata);
        var lesson = LessonBuilding.Bind(sources, network, views, plan, threads.Within);
        KernelPictures kernels;
        using (watches.Measure("render")) kernels = new(network, staged, plan, threads.Pictures);
        var pictures = survey.Pictures.Select(picture => PictureViews.Of(picture, network, views, plan, sources.Metadata)).ToImmutableArray();
        var engine = new TemplateEngine(sources.Templates);
        var bundles = Bundles.Write(sources.Templates, staged);
        var site = SiteViews.Of(sources, model, views, pictures, bundles) with { Sections = lesson.Sections };
        var links = new PageLinks(staged);
        var pages = new PageWriter(engine, staged, links, site, watches);
        var overviews = new OverviewComposer(network, views, staged);
        var details = new WidgetDetails(new(network, sources.Metadata.Preprocessing), new(network, views, staged), new(network, staged), new(network, views));
        var shown = PlanViews.Of(network, plan, pictures.Length, given);
        var composer = new PictureComposer(network, views, kernels, pages, sources.Templates, details, shown, threads.Within);
        var assets = new PictureAssets(network, sources.Metadata.Preprocessing, views, staged, plan);
        var strongest = new StrongestPictures(network.Layers.Where(layer => views[layer].KernelsUrl.Length > 0), plan, survey.Pictures);

        OverviewView? home = null;
        var records = new PictureRecord[pictures.Length];
        var lessonPictures = new LessonPictures(network, lesson.Scope.Pictures, lesson.Needs, overviews.Of);
        IPictureVisitor[] visitors = [lessonPictures];
        var done = 0;
        threads.Each(pictures.Length, i =>
        {
            var run = survey.Take(i);
            ImmutableDictionary<string, MapsView> maps;
            using (watches.Measure("render")) maps = assets.Write(run, threads.Within);
            foreach (var visitor in visitors) visitor.Visit(run, pictures[i], maps);
            strongest.Collect(i, pictures[i].Title, maps);
            records[i] = PictureRecord.Of(network, maps);
            if (i == 0 || last is null)
            {
                var overview = overviews.Of(run, pictures[i], maps);
                if (i == 0) home = overview;
                if (last is null) composer.Write(run, pictures[i], maps, overview);
            }

            links.Settle();
            progress(new("Drawing and writing pages", Interlocked.Increment(ref done), pictures.Length));
        });

        // Composing a page also writes the data and figures that only it knows of.
        if (last is not null)
        {
            var kept = pictures.Select(picture => picture.Id).Concat(["data", "figures"]).ToHashSet(StringComparer.Ordinal);
            staged.Keep(route => kept.Contains(route.Split('/')[0]) && !sources.IsStatic(route));
            links.Add(last.Links);
        }

        var drawings = new Drawings();
        var lessons = new LessonWriter(lesson, new(lesson.Scope, site, kernels, lessonPictures), drawings, engine, pages, threads.Within);
        var siteComposer = new SiteComposer(model, site, views, plan, shown, kernels, strongest, pages, staged, lessons, StaticFiles.Yielded(sources.Static));
        siteComposer.WriteNetwork(worst);
        var intoLesson = links.To(lesson.Owns).ToImmutableArray();
        var text = siteComposer.WriteLesson(home!, records, worst);
        StaticFiles.Stage(sources.Static, staged);
        IReadOnlyList<Diagnostic> over, warnings;
        using (watches.Measure("check"))
        {
            var budgets = new Budgets(staged);
            over = budgets.Over(network, views.Modules, bundles, pictures, records, severity);
            warnings = Check(links, over, budgets.Total(sources.Config.Limits.Bytes, shown, severity));
        }

        cancel.ThrowIfCancellationRequested();
        using (watches.Measure("land")) staged.Land(fingerprint.Site, fingerprint.PicturePages);
        output.Notes.Write(new LastBuild(fingerprint, survey.Pictures, intoLesson, text.Text, [.. over], kernels.Count, drawings).ToNote(network));
        return Summary(output, staged, kernels.Count, worst, watches) with { Warnings = warnings, Notes = PlanViews.Notes(shown) };
    }

    private static OnnxModel LoadModel(SiteSources sources, Stopwatches watches)
    {
        using (watches.Measure("import"))
        {
            var options = sources.Metadata.ToModelOptions() with { Folder = Path.GetDirectoryName(sources.ModelFile.Full) };
            return OnnxModel.Load(sources.ModelBytes.Take(), new SourceSpan(sources.ModelFile.Shown), options);
        }
    }

    private static void CheckLabels(NetworkGraph network, SiteSources sources)
    {
        var labels = sources.Metadata.Labels.Length;
        if (labels == 0 || (network.Output.Shape.IsVector && network.Output.Shape.Units == labels) || (labels == 2 && Prediction.IsYesOrNo(network.Output))) return;
        throw new DiagnosticException(
            DiagnosticCodes.LabelCount, $"{labels} labels are given, but the network's last layer '{network.Output.Name}' has {network.Output.Shape.Units} outputs", new(sources.ModelFile.Shown));
    }

    private static void Verified(IEnumerable<LayerError> worst, SiteSources sources)
    {
        var beyond = worst.Where(error => !error.IsWithin).Select(error => Diagnostic.Error(
            DiagnosticCodes.Verification,
            FormattableString.Invariant($"layer '{error.Layer}' differs from its recomputation by {error.Absolute:g3}, {error.Relative:g3} of its range (the limit is {LayerError.Tolerance:g1}), on picture '{error.Picture}'"),
            new(sources.ModelFile.Shown))).ToList();
        if (beyond.Count > 0) throw new DiagnosticException(beyond);
    }

    internal static PlanLimits Limits(SiteConfig config) => new(config.Limits.Units, config.Limits.Layers, config.Limits.Bytes);

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

    private static BuildSummary Unchanged(OutputFolder output, Stopwatches watches)
    {
        var files = output.Last.Files;
        return new(
            output.Shown, true, files.Keys.Count(IsPage), files.Keys.Count(name => name.StartsWith("maps/", StringComparison.Ordinal)),
            files.Keys.Count(name => name.StartsWith("kernels/", StringComparison.Ordinal)), files.Values.Sum(), null, watches.Seconds);
    }

    internal static BuildSummary Summary(OutputFolder output, StagedSite staged, int kernels, ImmutableArray<LayerError> worst, Stopwatches watches) =>
        new(
            output.Shown, false, staged.Files.Keys.Count(IsPage), staged.Files.Keys.Count(name => name.StartsWith("maps/", StringComparison.Ordinal)), kernels,
            staged.Files.Values.Sum(), worst.MaxBy(error => error.Relative), watches.Seconds);

    private static bool IsPage(string name) => name.EndsWith(".html", StringComparison.Ordinal);
}
