using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Comparing;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Gives each picture to the other network too, and keeps what differs.</summary>
/// <param name="network">The site's own network.</param>
/// <param name="other">The other.</param>
/// <param name="staged">Takes the maps.</param>
/// <param name="watches">Measures.</param>
public sealed class PictureComparer(NetworkGraph network, ComparedModel other, StagedSite staged, Stopwatches watches) : IPictureVisitor
{
    /// <summary>So many layers of a picture are shown as maps.</summary>
    private const int MostLayers = 4;

    /// <summary>So many units of each.</summary>
    private const int MostUnits = 3;

    private readonly ConcurrentDictionary<string, PictureComparison> _found = new(StringComparer.Ordinal);

    /// <summary>What was found for a picture.</summary>
    public PictureComparison this[string picture] => _found[picture];

    /// <inheritdoc/>
    public void Visit(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps)
    {
        Activations others;
        using (watches.Measure("inference")) others = other.Run(run, network.Input);
        using (watches.Measure("render")) _found[run.Entry.Id] = Compare(run, others, maps);
    }

    private PictureComparison Compare(PictureRun run, Activations others, ImmutableDictionary<string, MapsView> maps)
    {
        var pairs = other.Pairing.Pairs;
        var differences = pairs.Select(pair =>
        {
            if (!pair.HasSameShape) return null;
            var (one, two) = Tensors(pair, run, others);
            return LayerDifference.Of(one, two);
        }).ToImmutableArray();
        var chosen = Enumerable.Range(0, pairs.Length)
            .Where(i => differences[i] is { RootMeanSquare: > 0 } && pairs[i].Layer.Shape.MapSize > 1
                && pairs[i].Layer.Operator is not ILaysOut && !maps[pairs[i].Layer.Id].Units.IsEmpty)
            .OrderByDescending(i => differences[i]!.Relative).ThenBy(i => i).Take(MostLayers)
            .Select(i => Choose(i, differences[i]!, run, others, maps)).ToImmutableArray();
        var end = chosen.SelectMany(layer => layer.Units).Select(unit => unit.Shares.Magnitude).DefaultIfEmpty(0).Max();
        var drawn = chosen.Select(layer => Draw(layer, end, run.Entry.Id)).ToImmutableArray();
        var answer = other.Network.Output.Shape.MapSize == 1
            ? RealNumbers.Of(other.Network, other.Network.Output, others[other.Network.Output]).Values : [];
        return new(differences, answer, drawn) { ScaleEnd = end, AnswerDifference = AnswerDifference(run, answer) };
    }

    private double? AnswerDifference(PictureRun run, float[] answer)
    {
        var own = RealNumbers.Of(network, network.Output, run.Activations[network.Output]);
        if (answer.Length == 0 || answer.Length != own.Values.Length) return null;
        return own.Values.Zip(answer).Max(pair => Math.Abs((double)pair.First - pair.Second));
    }

    private (Tensor Own, Tensor Other) Tensors(LayerPair pair, PictureRun run, Activations others) => (
        RealNumbers.Of(network, pair.Layer, run.Activations[pair.Layer]),
        RealNumbers.Of(other.Network, pair.Other, others[pair.Other]));

    private ChosenLayer Choose(
        int index, LayerDifference whole, PictureRun run, Activations others, ImmutableDictionary<string, MapsView> maps)
    {
        var pair = other.Pairing.Pairs[index];
        var (one, two) = Tensors(pair, run, others);
        var byUnit = LayerDifference.OfUnits(one, two);
        var shape = new Shape(1, pair.Layer.Shape.Height, pair.Layer.Shape.Width);
        var units = maps[pair.Layer.Id].Units.Select(unit => unit.Index)
            .OrderByDescending(unit => byUnit[unit]).ThenBy(unit => unit).Take(MostUnits).Select(unit =>
            {
                Tensor own = new(shape, one.Map(unit).ToArray()), theirs = new(shape, two.Map(unit).ToArray());
                var shares = own.Values.Zip(theirs.Values, (a, b) => (float)(((double)a - b) / whole.Range)).ToArray();
                return new ChosenUnit(unit, own, theirs, new(shape, shares));
            });
        return new(index, Math.Max(one.Magnitude, two.Magnitude), [.. units]);
    }

    private ComparedLayer Draw(ChosenLayer layer, double end, string picture)
    {
        var (values, shares) = (ColourScale.Diverging(layer.Magnitude), ColourScale.Diverging(end));
        return new(layer.Pair, layer.Magnitude, [.. layer.Units.Select(unit =>
        {
            var difference = LayerDifference.Of(unit.Own, unit.Other);
            return new ComparedUnit(unit.Unit, difference with { Worst = difference.Worst with { Unit = unit.Unit } },
                Write(unit.Unit, "own", unit.Own, values), Write(unit.Unit, "other", unit.Other, values),
                Write(unit.Unit, "difference", unit.Shares, shares));
        })]);

        string Write(int unit, string what, Tensor map, ColourScale scale)
        {
            var png = MapPicture.Render(map.Values, map.Shape.Height, map.Shape.Width, scale, PaletteName.Diverging);
            var id = other.Pairing.Pairs[layer.Pair].Layer.Id;
            var route = string.Create(CultureInfo.InvariantCulture,
                $"maps/compare/{picture}/{id}-{unit}-{what}-{StagedSite.Hash(png)}.png");
            staged.Add(route, png);
            return route;
        }
    }

    private sealed record ChosenLayer(int Pair, double Magnitude, ImmutableArray<ChosenUnit> Units);

    private sealed record ChosenUnit(int Unit, Tensor Own, Tensor Other, Tensor Shares);
}
