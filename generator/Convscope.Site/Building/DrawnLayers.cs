using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Chooses pictures by which lists of layers show what a layer is.</summary>
internal static class DrawnLayers
{
    private const int Most = 12;

    /// <summary>All layers in order: one kernel a unit, or else maps of the first picture.</summary>
    public static ImmutableArray<DrawnLayerView> Of(NetworkGraph network, Edition edition, UnitPlan plan, KernelPictures kernels,
        PictureRecord first) => [.. network.Layers.Select((layer, i) =>
    {
        string[] own = edition.Views[layer].KernelsUrl.Length == 0 ? []
            : [.. plan.Units(layer).Select(unit => kernels.Of(layer, unit, edition.Words).FirstOrDefault()?.Picture ?? "")];
        var maps = first.Layers[i].Units.Select(unit => unit.Map);
        return new DrawnLayerView(edition.Views[layer],
            [.. own.Where(route => route.Length > 0).DefaultIfEmpty().SelectMany(route => route is null ? maps : [route])
                .Where(route => route.Length > 0).Take(Most)]);
    })];
}
