using System.Collections.Immutable;
using Convscope.Core.Layout;

namespace Convscope.Site.Views;

/// <summary>The whole network for one picture, placed.</summary>
public sealed record OverviewView(int Width, int Height, ImmutableArray<OverviewColumnView> Columns, ImmutableArray<OverviewEdges> Edges);

/// <summary>One layer, placed.</summary>
public sealed record OverviewColumnView(OverviewLayer Placed, MapsView Maps, ImmutableArray<OverviewTileView> Tiles);

/// <summary>One unit, placed; the unit is null for a strip that stands for the whole layer.</summary>
public sealed record OverviewTileView(OverviewTile Placed, UnitView? Unit);

/// <summary>The receptive field of a cell on the input, the part that lies on the picture, all ends inclusive.</summary>
/// <param name="IsCut">True when part of it lies in padding.</param>
/// <param name="PictureHeight">Rows of the input.</param>
/// <param name="PictureWidth">Columns of the input.</param>
/// <param name="Cursor">Its place on the picture.</param>
/// <param name="Rule">Size, stride and offset of every cell's field, in words.</param>
public sealed record ReceptiveView(
    int Top, int Left, int Bottom, int Right, int Height, int Width, bool IsCut, int PictureHeight, int PictureWidth, CursorView Cursor, string Rule);
