using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Figures;
using Convscope.Site.Live;
using Convscope.Site.Loading;

namespace Convscope.Site.Lessons;

/// <summary>Where the lesson meets the rest of a build.</summary>
public static class LessonBuilding
{
    /// <summary>Binds the lesson to the network, before anything of a picture is drawn; not the chapters that are kept.</summary>
    /// <exception cref="DiagnosticException">With every mistake in its texts.</exception>
    public static Lesson Bind(
        SiteSources sources, NetworkGraph network, NetworkViews views, UnitPlan plan, IReadOnlyDictionary<string, NotedChapter> kept,
            ParallelOptions threads)
    {
        var kinds = network.Layers.Select(layer => layer.Operator.Kind)
            .Concat(sources.Templates.Names.Where(name => name.StartsWith("widgets/", StringComparison.Ordinal))
                .Select(name => name.Split('/')[1]))
            .Except(["default", "unexplained"]);
        var model = sources.Metadata.Name.Length > 0 ? sources.Metadata.Name : Path.GetFileNameWithoutExtension(sources.ModelFile.Shown);
        var scope = new LessonScope(
            network, views, model, [.. sources.Pictures.Select(picture => picture.Id)], [.. kinds], plan)
        {
            Equations = [.. sources.Templates.Names.Where(name => name.StartsWith(UnitFigure.Folder, StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)!],
            Facts = sources.Metadata.Facts, Preprocessing = sources.Metadata.Preprocessing, Learning = sources.Learning?.Record,
            IsLive = LiveOffer.Of(network, sources.Config.Live).IsMade,
            Collection = sources.Pictures.Select(picture => picture.Collection).Distinct().ToArray() is [var only] ? only : "",
        };
        return Lesson.Bind(sources.Languages, sources.Files, scope, sources.Config.Html, kept, threads);
    }
}
