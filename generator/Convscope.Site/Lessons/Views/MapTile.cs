using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Views;

// What the templates of figures see as {{ figure }}.

/// <summary>A unit's map, or the one number of a vector's unit.</summary>
/// <param name="Map">Its picture; empty where it has none.</param>
/// <param name="Alt">The text alternative, made from its numbers.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value; of a vector's unit, its value.</param>
/// <param name="Zeros">Share of zeros, as text.</param>
/// <param name="Cursor">What is framed on it, or null.</param>
/// <param name="Colour">Of a vector's unit, its colour.</param>
/// <param name="Low">The value of the scale's first colour.</param>
/// <param name="High">The value of its last colour.</param>
public sealed record MapTile(
    string Name, string Url, string Map, int Width, int Height, string Alt, Number Minimum, Number Maximum, string Zeros,
        CursorView? Cursor,
    string Colour, string Layer, string LayerUrl, string Palette, Number Low, Number High)
{
    /// <summary>The picture that it is of, where a figure shows several.</summary>
    public string Picture { get; init; } = "";

    /// <summary>That picture's thumbnail.</summary>
    public string Thumbnail { get; init; } = "";
}

/// <summary>One part of an equation.</summary>
/// <param name="Tile">The map it comes from, or null.</param>
/// <param name="Kernel">The picture of the kernel that it meets, or empty.</param>
/// <param name="Url">Where it comes from.</param>
public sealed record EquationPart(Part Part, string Name, string Url, MapTile? Tile, string Kernel);

/// <summary>A unit with its equation at a cell.</summary>
public sealed record UnitFigureView(
    MapTile Output, ImmutableArray<EquationPart> Parts, Explanation? Explanation, int Row, int Column, string Operator,
    bool HasKernels, bool HasMaps, string Equation, int Open, MapTile? Input, Number Value, PixelStepsView? Steps);

/// <summary>How a pixel's brightness became a number of the input.</summary>
/// <param name="Inverts">Whether it is taken from 255 first.</param>
/// <param name="Source">What the channel takes of the pixel, in a word.</param>
public sealed record PixelStepsView(PreprocessExplanation Equation, bool Inverts, string Source);

/// <summary>Maps side by side.</summary>
/// <param name="More">How many are left out.</param>
public sealed record TilesView(ImmutableArray<MapTile> Tiles, long More, string Operator)
{
    /// <summary>Whether one scale below them all is true: on another picture a layer's colours may mean other numbers.</summary>
    public bool HaveOneScale => Tiles.Select(tile => (tile.Palette, tile.Low.ExactText, tile.High.ExactText)).Distinct().Count() < 2;
}

/// <summary>A class's probability.</summary>
public sealed record ShareView(string Label, string Url, string Exact, string Shown, string Bar, bool IsTop, bool IsTrue);

/// <summary>A table whose first column names its rows.</summary>
public sealed record TableView(ImmutableArray<string> Head, ImmutableArray<RowView> Rows);

/// <summary>A row: its name, where it leads, its cells.</summary>
public sealed record RowView(string Name, string Url, ImmutableArray<CellView> Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Exact">The exact number, or empty for a text.</param>
public sealed record CellView(string Shown, string Exact = "", string Class = "");

/// <summary>The kernels of one unit.</summary>
public sealed record KernelsRowView(string Name, ImmutableArray<KernelTileView> Kernels);

/// <summary>A kernel with its weights.</summary>
public sealed record KernelTileView(string Name, string Picture, int Width, int Height, string Alt, ImmutableArray<Number> Weights);
