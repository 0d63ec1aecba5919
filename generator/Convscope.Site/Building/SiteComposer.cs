using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Inference;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes the pages that stand for no single picture, and the files that machines read, but for the site owner's <c>own</c>.</summary>
public sealed class SiteComposer(
    OnnxModel model, SiteView site, NetworkViews views, UnitPlan plan, PlanView shown, KernelPictures kernels, StrongestPictures strongest,
    PageWriter pages, StagedSite staged, LessonWriter lessons, IReadOnlySet<string> own)
{
    /// <summary>Writes what has nothing of the lesson.</summary>
    public void WriteNetwork(ImmutableArray<LayerError> worst)
    {
        pages.Write("pages/network.html", pages.Page(Routes.Network, "network", "The network", $"Architecture of {site.Model.Title}: every layer, its shape, its settings and its parameters."), ("plan", shown));
        pages.Write(
            "pages/verify.html", pages.Page(Routes.Verify, "verify", "Verification", "Every layer of every picture recomputed in double precision, with the largest error found."),
            ("errors", worst.Select(error => new ErrorView(error, views)).ToImmutableArray()),
            ("left_out", LeftOut(worst)),
            ("sampled", worst.Any(error => error.Checked < error.Cells)), ("most", (long)LayerError.MostMultiplyAdds),
            ("tolerance", ErrorView.Scientific(LayerError.Tolerance)));
        pages.Write("pages/credits.html", pages.Page(Routes.Credits, "credits", "Credits", "Who made the pictures and the model, and under which terms."));
        WriteLayers();
    }

    /// <summary>Writes the lesson and the home page, and then what lists all pages.</summary>
    /// <returns>The lesson's text on the home page.</returns>
    public Html WriteLesson(OverviewView overview, IReadOnlyList<PictureRecord> records, ImmutableArray<LayerError> worst)
    {
        var text = lessons.Home();
        pages.Write(
            "pages/home.html", pages.Page(Routes.Home, "home", site.Title, site.Description),
            ("picture", site.Pictures[0]), ("overview", overview), ("text", text));
        lessons.Write();
        pages.Write("pages/not-found.html", pages.Page(Routes.NotFound, "not-found", "Not found", "There is no page at this address."));
        SiteFiles.Write(staged, site, model.Network, records, worst, own);
        return text;
    }

    private ImmutableArray<LeftOutView> LeftOut(ImmutableArray<LayerError> worst) => [..
        from layer in model.Network.Layers
        where !layer.Inputs.IsEmpty && worst.All(error => error.Layer != layer.Id)
        select new LeftOutView(views[layer], layer.Operator is Unexplained op ? new(op) : null)];

    private void WriteLayers()
    {
        pages.Write("pages/layers.html", pages.Page(Routes.Layers, "layers", "Kernels", "The kernels that the network has learned, layer by layer."));
        foreach (var layer in model.Network.Layers.Where(layer => views[layer].KernelsUrl.Length > 0))
        {
            var rows = plan.Units(layer).Select(unit => new KernelRowView(unit, kernels.Of(layer, unit), strongest.Of(layer, unit))).ToImmutableArray();
            pages.Write(
                "pages/kernels.html",
                pages.Page(views[layer].KernelsUrl, "kernels", $"Kernels of {layer.Name}", $"All kernels of {layer.Name}, on one colour scale.", ("Kernels", Routes.Layers)),
                ("layer", views[layer]), ("rows", rows), ("scale", kernels.Scale(layer)),
                ("columns", rows.IsEmpty ? [] : rows[0].Kernels.Select(kernel => kernel.Input).ToImmutableArray()));
        }
    }
}
