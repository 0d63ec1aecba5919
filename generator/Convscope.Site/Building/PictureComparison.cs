using System.Collections.Immutable;
using Convscope.Core.Comparing;

namespace Convscope.Site.Building;

/// <summary>What two networks make of a picture; holds no activations.</summary>
/// <param name="Differences">Of each pair of one shape, in the order of the pairing, how far they are apart; null for others.</param>
/// <param name="Answer">What the other network's main output gave; empty where that is maps.</param>
/// <param name="Maps">Of the layers that differ most, the units that do, the farthest layer first.</param>
public sealed record PictureComparison(
    ImmutableArray<LayerDifference?> Differences, float[] Answer, ImmutableArray<ComparedLayer> Maps)
{
    /// <summary>Differences are painted on one scale, of shares of their layers' ranges, that ends at this share and its
    /// negative.</summary>
    public double ScaleEnd { get; init; }

    /// <summary>The largest difference of a number of the answers; null where they aren't of one shape.</summary>
    public double? AnswerDifference { get; init; }
}

/// <summary>The maps of a layer of which both networks' are shown.</summary>
/// <param name="Pair">Which of the pairs.</param>
/// <param name="Magnitude">Both networks' colours end at this number and its negative.</param>
/// <param name="Units">Its units, the farthest first.</param>
public sealed record ComparedLayer(int Pair, double Magnitude, ImmutableArray<ComparedUnit> Units);

/// <summary>Three maps of a unit.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Worst">Its farthest cell, with both numbers.</param>
/// <param name="Map">Route of the first network's map.</param>
/// <param name="Other">Route of the other's.</param>
/// <param name="Difference">Route of the first less the other, as shares of the layer's range.</param>
public sealed record ComparedUnit(int Unit, LayerDifference Worst, string Map, string Other, string Difference);
