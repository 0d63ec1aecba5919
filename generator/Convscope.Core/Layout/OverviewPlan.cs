using System.Collections.Immutable;

namespace Convscope.Core.Layout;

/// <summary>The placed overview.</summary>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Picture">The place of the picture that the network sees, before the input.</param>
/// <param name="Layers">Layers in the network's order.</param>
/// <param name="Edges">Curves, to be drawn beneath the tiles.</param>
/// <param name="PictureEdges">The curves from the picture to the input's units.</param>
public sealed record OverviewPlan(
    int Width, int Height, OverviewTile Picture, ImmutableArray<OverviewLayer> Layers, ImmutableArray<OverviewEdges> Edges,
        string PictureEdges);

/// <summary>One layer's box and tiles.</summary>
public sealed record OverviewLayer(string Id, int X, int Y, int Width, int Height, ImmutableArray<OverviewTile> Tiles)
{
    /// <summary>The room of its heading, where that is more than usual; else 0.</summary>
    public int Heading { get; init; }
}

/// <summary>One unit's place; unit -1 is a strip that stands for the whole layer.</summary>
public sealed record OverviewTile(int Unit, int X, int Y, int Width, int Height);

/// <summary>The curves into one unit from one layer.</summary>
/// <param name="Layer">The layer that reads.</param>
/// <param name="Unit">Its unit; -1 for a strip.</param>
/// <param name="From">The layer that is read.</param>
/// <param name="Sources">Its units that are read, one a curve, in the path's order; -1 for a strip.</param>
/// <param name="Path">An SVG path, one <c>M</c> a curve.</param>
/// <param name="Strengths">How strongly each source is weighed, in hundredths of the layer's strongest, signed; empty where nothing is
/// weighed.</param>
public sealed record OverviewEdges(
    string Layer, int Unit, string From, ImmutableArray<int> Sources, string Path, ImmutableArray<int> Strengths)
{
    /// <summary>Whether it stands for two layers of which no drawn unit reads a drawn one.</summary>
    public bool IsBundle { get; init; }

    /// <summary>Whether the path is areas and not curves: a side of it stands for many units.</summary>
    public bool IsArea { get; init; }

    /// <summary>Whether it is drawn as one, and every unit of the one layer reads all of the other.</summary>
    public bool ReadsAll { get; init; }
}
