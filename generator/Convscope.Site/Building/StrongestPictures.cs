using System.Collections.Concurrent;
using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// For every shown unit of a layer with kernels, the pictures on which it gives its largest values. Which they are is known
/// after the first turn; their maps are collected while each picture has its second.
/// </summary>
public sealed class StrongestPictures
{
    private const int Most = 3;

    private readonly ConcurrentDictionary<(string Layer, int Unit, int Picture), UnitView?> _places = new();
    private readonly Dictionary<(string Layer, int Unit), int[]> _pictures = [];

    /// <summary>Finds them.</summary>
    public StrongestPictures(IEnumerable<Layer> layers, UnitPlan plan, IReadOnlyList<PictureSurvey> pictures)
    {
        foreach (var layer in layers)
        {
            var maxima = pictures.Select(picture => picture.Activity.Maxima(layer)).ToArray();
            foreach (var unit in plan.Units(layer))
            {
                int[] strongest = [.. Enumerable.Range(0, maxima.Length).OrderByDescending(i => maxima[i][unit]).ThenBy(i => i).Take(Most)];
                _pictures[(layer.Id, unit)] = strongest;
                foreach (var picture in strongest) _places[(layer.Id, unit, picture)] = null;
            }
        }
    }

    /// <summary>Takes from a picture's maps what is wanted.</summary>
    public void Collect(int picture, IReadOnlyDictionary<string, MapsView> maps)
    {
        foreach (var view in maps.Values)
        {
            foreach (var unit in view.Units)
            {
                var place = (view.Layer.Id, unit.Index, picture);
                if (_places.ContainsKey(place)) _places[place] = unit;
            }
        }
    }

    /// <summary>A unit on the pictures that excite it most, the strongest first.</summary>
    public ImmutableArray<UnitView> Of(Layer layer, int unit, MapTexts texts, ImmutableArray<PictureView> pictures) =>
        [.. _pictures[(layer.Id, unit)].Select(picture =>
            texts.In(_places[(layer.Id, unit, picture)]!, layer) with { Name = pictures[picture].Title })];
}
