using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes the pages that stand for no single picture, and the files that machines read, but for the site owner's
/// <c>own</c>.</summary>
public sealed class SiteComposer(
    OnnxModel model, ImmutableArray<Edition> editions, UnitPlan plan, PlanView shown, KernelPictures kernels, StrongestPictures strongest,
    StagedSite staged, LessonWriter lessons, IReadOnlySet<string> own)
{
    /// <summary>Writes what has nothing of the lesson.</summary>
    /// <param name="worst">The worst error of each layer.</param>
    /// <param name="optimised">What optimisations change of the answers; none where the network isn't quantised.</param>
    /// <param name="first">Where the maps of the first picture lie.</param>
    public void WriteNetwork(ImmutableArray<LayerError> worst, ImmutableArray<OptimisedAnswer> optimised, PictureRecord first)
    {
        foreach (var edition in editions) WriteNetwork(edition, worst, optimised, first);
    }

    private void WriteNetwork(Edition edition, ImmutableArray<LayerError> worst, ImmutableArray<OptimisedAnswer> optimised,
        PictureRecord first)
    {
        var drawn = DrawnLayers.Of(model.Network, edition, plan, kernels, first);
        var (site, pages, words, views) = (edition.Site, edition.Pages, edition.Words, edition.Views);
        pages.Write("pages/network.html", pages.Page(Routes.Network, "network", words["the_network"],
            words["network_description", site.Model.Title]), ("plan", shown), ("drawn", drawn));
        pages.Write(
            "pages/verify.html", pages.Page(Routes.Verify, "verify", words["verification"], words["verify_description"]),
            ("errors", worst.Select(error => new ErrorView(error, views, edition.Language.IsMain
                ? error.Picture : edition.Picture(error.Picture).Title)).ToImmutableArray()),
            ("left_out", LeftOut(worst, edition)), ("optimised", Optimised(words, optimised)),
            ("sampled", worst.Any(error => error.Checked < error.Cells)), ("most", (long)LayerError.MostMultiplyAdds));
        pages.Write("pages/credits.html", pages.Page(Routes.Credits, "credits", words["credits"], words["credits_description"]));
        PicturePages.Write(edition, staged);
        WriteLayers(edition, drawn);
    }

    private static string Optimised(Words words, ImmutableArray<OptimisedAnswer> answers) => answers.IsEmpty ? ""
        : words["verify_optimised", answers.Length, ErrorView.Scientific(answers.Max(answer => answer.Difference)),
            answers.Count(answer => answer.IsOther)];

    /// <summary>Writes the lesson and the home page, and then what lists all pages.</summary>
    /// <returns>The lesson's text on the home pages.</returns>
    public string WriteLesson(IReadOnlyList<OverviewView> overviews, IReadOnlyList<PictureRecord> records, ImmutableArray<LayerError> worst)
    {
        var texts = lessons.Homes();
        for (var i = 0; i < editions.Length; i++)
        {
            var (site, pages, words) = (editions[i].Site, editions[i].Pages, editions[i].Words);
            pages.Write(
                "pages/home.html", pages.Page(Routes.Home, "home", site.Title, site.Description),
                ("picture", site.Pictures[0]), ("cards", site.Pictures.Take(PicturePages.Most).ToImmutableArray()),
                ("overview", overviews[i]), ("text", texts[i]), ("has_text", texts[i].Text.Length > 0));
            pages.Write("pages/not-found.html", pages.Page(Routes.NotFound, "not-found", words["not_found"],
                words["not_found_description"]));
        }

        lessons.Write();
        SiteFiles.Write(staged, editions, model.Network, records, worst, own);
        return LessonWriter.Joined(texts);
    }

    private ImmutableArray<LeftOutView> LeftOut(ImmutableArray<LayerError> worst, Edition edition) => [..
        from layer in model.Network.Layers
        where !layer.Inputs.IsEmpty && worst.All(error => error.Layer != layer.Id)
        select new LeftOutView(edition.Views[layer], layer.Operator is IUnexplained ? new(layer.Operator, edition.Words) : null)];

    private void WriteLayers(Edition edition, ImmutableArray<DrawnLayerView> drawn)
    {
        var (pages, words, views, texts) = (edition.Pages, edition.Words, edition.Views, edition.Texts(model.Network));
        pages.Write("pages/layers.html", pages.Page(Routes.Layers, "layers", words["kernels"], words["kernels_description"]),
            ("drawn", drawn));
        foreach (var layer in model.Network.Layers.Where(layer => views[layer].KernelsUrl.Length > 0))
        {
            // The channels of the picture have names: colours.
            var source = model.Network.InputsOf(layer).First();
            Func<int, string>? channel = source == model.Network.Input ? unit => views.UnitName(source, unit) : null;
            var rows = plan.Units(layer).Select(unit =>
                new KernelRowView(unit, kernels.Of(layer, unit, words, channel), strongest.Of(layer, unit, texts, edition.Site.Pictures)))
                .ToImmutableArray();
            pages.Write(
                "pages/kernels.html",
                pages.Page(views[layer].KernelsUrl, "kernels", words["kernels_of", layer.ShownName],
                    words["kernels_of_description", layer.ShownName], (words["kernels"], Routes.Layers)),
                ("layer", views[layer]), ("rows", rows), ("scale", kernels.Scale(layer, words)),
                ("columns", rows.IsEmpty ? [] : rows[0].Kernels.Select(kernel => channel?.Invoke(kernel.Input) ?? $"{kernel.Input}")
                    .ToImmutableArray()));
        }
    }
}
