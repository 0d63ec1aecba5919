using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
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
        var output = new OutputFolder(sources.OutputPath.Full, sources.OutputPath.Shown, sources.Root, sources.Folders);
        var fingerprint = Fingerprint.Of(sources);
        if (!options.NoCache && output.IsCurrent(fingerprint.Site)) return Unchanged(output, watches);
        var keepsPages = !options.NoCache && output.HasPicturePages(fingerprint.PicturePages);

        using var model = LoadModel(sources, watches);
        CheckLabels(model.Network, sources);
        var views = new NetworkViews(model.Network, sources.Metadata);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount, CancellationToken = cancel };
        var lesson = LessonBuilding.Bind(sources, model.Network, views, threads);
        var runs = RunAll(model, sources, watches, progress, threads);
        var worst = LayerError.Worst(runs.SelectMany(run => run.Errors));
        Verified(worst, sources);

        using var staged = output.Stage();
        var kernels = new KernelPictures(model.Network, staged, sources.Config.MaxUnits);
        var pictures = runs.Select(run => PictureViews.Of(run, model.Network, views, sources.Metadata, staged)).ToImmutableArray();
        var engine = new TemplateEngine(sources.Templates);
        var bundles = Bundles.Write(sources.Templates, staged);
        var site = SiteViews.Of(sources, model, views, pictures, bundles);
        var links = new PageLinks();
        var pages = new PageWriter(engine, staged, links, site, watches);
        var overviews = new OverviewComposer(model.Network, views, staged);
        var details = new WidgetDetails(model.Network, sources.Metadata.Preprocessing, new(model.Network, views, staged), new(model.Network, staged));
        var composer = new PictureComposer(model.Network, views, kernels, overviews, pages, sources.Templates, details);
        var assets = new PictureAssets(model.Network, sources.Metadata.Preprocessing, views, staged, sources.Config.MaxUnits);

        var lessonPictures = new LessonPictures(model.Network, lesson.Scope.Pictures, lesson.Needs, overviews.Of);
        var maps = new ImmutableDictionary<string, MapsView>[runs.Length];
        var done = 0;
        Each(runs.Length, threads, i =>
        {
            using (watches.Measure("render")) maps[i] = assets.Write(runs[i]);
            lessonPictures.Visit(runs[i], pictures[i], maps[i]);
            if (!keepsPages) composer.Write(runs[i], pictures[i], maps[i]);
            progress(new("Drawing and writing pages", Interlocked.Increment(ref done), runs.Length));
        });

        // Composing a page also writes the data and figures that only it knows of.
        if (keepsPages) staged.KeepFolders(["data", "figures", .. pictures.Select(picture => picture.Id)]);
        var lessons = new LessonWriter(lesson, new(lesson.Scope, site, kernels, lessonPictures), engine, pages, threads);
        new SiteComposer(model, site, views, kernels, pages, staged, lessons).Write(overviews.Of(runs[0], pictures[0], maps[0]), runs, maps, worst);
        IReadOnlyList<Diagnostic> warnings;
        using (watches.Measure("check"))
        {
            Check(links, staged);
            var isOwn = options.Model is null && options.Images is null;
            var severity = sources.Config.EnforcesBudgets && isOwn ? Severity.Error : Severity.Warning;
            warnings = new Budgets(staged).Over(model.Network, bundles, maps, pictures, severity);
            if (severity == Severity.Error && warnings.Count > 0) throw new DiagnosticException(warnings);
        }

        cancel.ThrowIfCancellationRequested();
        using (watches.Measure("land")) staged.Land(fingerprint.Site, fingerprint.PicturePages);
        return Summary(output, staged, kernels, worst, watches) with { Warnings = warnings };
    }

    private static OnnxModel LoadModel(SiteSources sources, Stopwatches watches)
    {
        using (watches.Measure("import"))
        {
            var metadata = sources.Metadata;
            return OnnxModel.Load(
                sources.ModelBytes, new SourceSpan(sources.ModelFile.Shown), new ModelOptions { Layout = metadata.Layout, Height = metadata.Height, Width = metadata.Width });
        }
    }

    private static void CheckLabels(NetworkGraph network, SiteSources sources)
    {
        var labels = sources.Metadata.Labels.Length;
        if (labels == 0 || (network.Output.Shape.IsVector && network.Output.Shape.Units == labels)) return;
        throw new DiagnosticException(
            DiagnosticCodes.LabelCount, $"{labels} labels are given, but the network's last layer '{network.Output.Name}' has {network.Output.Shape.Units} outputs", new(sources.ModelFile.Shown));
    }

    private static PictureRun[] RunAll(OnnxModel model, SiteSources sources, Stopwatches watches, Action<BuildProgress> progress, ParallelOptions threads)
    {
        var runs = new PictureRun[sources.Pictures.Length];
        var problems = new List<Diagnostic>[runs.Length];
        var done = 0;
        Each(runs.Length, threads, i =>
        {
            try
            {
                runs[i] = PictureRunner.Run(model, sources, sources.Pictures[i], watches);
            }
            catch (DiagnosticException e)
            {
                problems[i] = [.. e.Diagnostics];
            }

            progress(new("Running the network", Interlocked.Increment(ref done), runs.Length));
        });
        var found = problems.Where(list => list is not null).SelectMany(list => list).ToList();
        return found.Count == 0 ? runs : throw new DiagnosticException(found);
    }

    /// <summary>Runs in parallel; a diagnostic thrown by any turn comes out as it is.</summary>
    internal static void Each(int count, ParallelOptions threads, Action<int> turn)
    {
        try
        {
            Parallel.For(0, count, threads, turn);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is DiagnosticException))
        {
            throw new DiagnosticException([.. e.InnerExceptions.Cast<DiagnosticException>().SelectMany(inner => inner.Diagnostics).Distinct()]);
        }
    }

    private static void Verified(IEnumerable<LayerError> worst, SiteSources sources)
    {
        var beyond = worst.Where(error => !error.IsWithin).Select(error => Diagnostic.Error(
            DiagnosticCodes.Verification,
            FormattableString.Invariant($"layer '{error.Layer}' differs from its recomputation by {error.Absolute:g3}, {error.Relative:g3} of its range (the limit is {LayerError.Tolerance:g1}), on picture '{error.Picture}'"),
            new(sources.ModelFile.Shown))).ToList();
        if (beyond.Count > 0) throw new DiagnosticException(beyond);
    }

    private static void Check(PageLinks links, StagedSite staged)
    {
        var dead = links.Dead(staged);
        if (dead.Count > 0) throw new DiagnosticException(dead);
    }

    private static BuildSummary Unchanged(OutputFolder output, Stopwatches watches)
    {
        var files = output.Last.Files;
        return new(
            output.Shown, true, files.Keys.Count(IsPage), files.Keys.Count(name => name.StartsWith("maps/", StringComparison.Ordinal)),
            files.Keys.Count(name => name.StartsWith("kernels/", StringComparison.Ordinal)), files.Values.Sum(), null, watches.Seconds);
    }

    private static BuildSummary Summary(OutputFolder output, StagedSite staged, KernelPictures kernels, ImmutableArray<LayerError> worst, Stopwatches watches) =>
        new(
            output.Shown, false, staged.Files.Keys.Count(IsPage), staged.Files.Keys.Count(name => name.StartsWith("maps/", StringComparison.Ordinal)), kernels.Count,
            staged.Files.Values.Sum(), worst.MaxBy(error => error.Relative), watches.Seconds);

    private static bool IsPage(string name) => name.EndsWith(".html", StringComparison.Ordinal);
}
