using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Live;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// The page on which a reader tries a picture of their own: the overview of the first picture, which the script draws anew for the
/// reader's, and the recipe that prepares it. Without the script it says in words what it would do.
/// </summary>
/// <param name="network">The network.</param>
public sealed class TryPage(NetworkGraph network)
{
    /// <summary>Writes it in each language.</summary>
    /// <param name="editions">The languages.</param>
    /// <param name="overviews">The first picture's overview in each.</param>
    /// <param name="records">Where the maps of each picture lie.</param>
    public void Write(ImmutableArray<Edition> editions, IReadOnlyList<OverviewView> overviews, IReadOnlyList<PictureRecord> records)
    {
        for (var i = 0; i < editions.Length; i++)
        {
            var (site, pages, words) = (editions[i].Site, editions[i].Pages, editions[i].Words);
            pages.Write(
                "pages/try.html", pages.Page(Routes.Try, "try", words["try_title"], words["try_description"]),
                ("picture", site.Pictures[0]), ("overview", overviews[i]), ("input", network.Input.Shape),
                ("studio", TemplateFunctions.Json(Studio(editions[i], records))), ("live_words", TemplateFunctions.Json(words.Live)));
        }
    }

    /// <summary>What the script works with.</summary>
    private object Studio(Edition edition, IReadOnlyList<PictureRecord> records) => new
    {
        pictures = edition.Site.Pictures.Select((picture, i) => new
        {
            picture.Id, picture.Title, channels = Channels(records[i]), recorded = records[i].Recorded,
        }),
        output = new
        {
            layer = network.Output.Id, isShare = network.AreProbabilities(network.Output),
            names = network.Output.Shape is { MapSize: 1, Units: <= 10_000 } shape
                ? Enumerable.Range(0, shape.Units).Select(unit => edition.Views.UnitName(network.Output, unit)) : [],
        },
        layers = network.Layers.Select(layer => new
        {
            layer.Id, name = edition.Views[layer].Name, layer.Operator.Kind, shape = NetworkPack.Sizes(layer.Shape), layer.Inputs,
            hasKernels = edition.Views[layer].KernelsUrl.Length > 0,
        }),
    };

    /// <summary>The data files of the picture's channels; none where not all of them are in the site.</summary>
    private IEnumerable<string> Channels(PictureRecord record)
    {
        var units = record.Layers[0].Units;
        return units.Length == network.Input.Shape.Units && units.All(unit => unit.Data.Length > 0) ? units.Select(unit => unit.Data) : [];
    }
}
