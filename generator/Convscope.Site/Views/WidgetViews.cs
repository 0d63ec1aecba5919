using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;

namespace Convscope.Site.Views;

// What single widgets show beyond the equation's parts; templates see it as {{ extra }}.

/// <summary>The graph of a function of one number, with the page's cell on it.</summary>
/// <param name="Plot">The graph.</param>
/// <param name="Point">Where the cell lies on it; null where its operand or its result is no number.</param>
/// <param name="Meaning">What the function does, in one sentence.</param>
/// <param name="Formula">Its equation, with the names of its numbers in braces.</param>
public sealed record PlotView(FunctionPlot Plot, PlotPoint? Point, string Meaning, string Formula);

/// <summary>A cell's place on a graph, as lengths of the drawing.</summary>
/// <param name="X">Where its operand lies across.</param>
/// <param name="Y">Where its result lies down.</param>
public sealed record PlotPoint(string X, string Y);

/// <summary>A sum's parts gathered by the map they come from.</summary>
/// <param name="Groups">One a map, and perhaps one for all others.</param>
/// <param name="Bias">The bias, at the decimals of the groups.</param>
/// <param name="Result">The logit.</param>
/// <param name="Source">Name of the layer whose maps they are.</param>
/// <param name="Bar">Colour bar of the products.</param>
public sealed record GroupsView(ImmutableArray<GroupView> Groups, Number Bias, Number Result, string Source, ScaleView Bar);

/// <summary>One map's part of a sum, with a bar to the left or right of zero.</summary>
/// <param name="Map">The map, or null.</param>
/// <param name="BarLeft">Where the bar begins, 0 to 100.</param>
/// <param name="BarWidth">Its length.</param>
/// <param name="IsNegative">Whether it lies left of zero.</param>
public sealed record GroupView(int Unit, string Name, UnitView? Map, Number Sum, string BarLeft, string BarWidth, bool IsNegative);

/// <summary>One class of a softmax.</summary>
/// <param name="P">Logit and exponential.</param>
/// <param name="Index">Its place among the classes; -1 for all that aren't named.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Url">The page of its logit, or empty.</param>
/// <param name="IsChosen">Whether the page is about it.</param>
/// <param name="Probability">Its share.</param>
/// <param name="Bar">The share in percent.</param>
public sealed record ClassRowView(PartView P, int Index, string Name, string Url, bool IsChosen, Number Probability, string Bar);

/// <summary>What was done to one pixel, step by step.</summary>
/// <param name="Equation">The numbers.</param>
/// <param name="Channels">What the channel holds, in words.</param>
/// <param name="Whole">What is done to every pixel.</param>
/// <param name="FileWidth">Columns of the file's picture.</param>
/// <param name="FileHeight">Rows of it.</param>
/// <param name="Top">Where row 0 begins on the original, as a share of its side.</param>
/// <param name="Left">Where column 0 begins.</param>
/// <param name="Down">Height of a row.</param>
/// <param name="Right">Width of a column.</param>
/// <param name="Cursor">The pixel's place on the original.</param>
public sealed record PreprocessView(
    PreprocessExplanation Equation, string Channels, PreparationView Whole, int FileWidth, int FileHeight,
    string Top, string Left, string Down, string Right, CursorView Cursor);

/// <summary>How a picture became the input.</summary>
/// <param name="Preset">Name of the recipe, or empty.</param>
/// <param name="FileHeight">Rows of the file's picture.</param>
/// <param name="FileWidth">Columns of it.</param>
/// <param name="Inverts">Whether values are taken from 255 first.</param>
/// <param name="IsInTurn">Whether the channels take the colours in turn.</param>
/// <param name="HasOpacity">Whether a channel holds the opacity.</param>
/// <param name="Channels">What each channel takes.</param>
public sealed record PreparationView(
    string Preset, int FileHeight, int FileWidth, bool Inverts, bool IsInTurn, bool HasOpacity,
    ImmutableArray<ChannelView> Channels)
{
    /// <summary>What was done to the picture until it had the input's size, in words.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>How the colours are weighed where a channel is luminance, in words; empty where none is.</summary>
    public string GreyWeights { get; init; } = "";

    /// <summary>What all channels take, in words.</summary>
    public string Sources { get; init; } = "";
}

/// <summary>One channel of the input.</summary>
/// <param name="Index">Which.</param>
/// <param name="Source">What it takes of a pixel, in a word.</param>
/// <param name="Scale">The factor.</param>
/// <param name="Mean">What is subtracted.</param>
/// <param name="Std">What is divided by.</param>
/// <param name="Darkest">What 0 becomes.</param>
/// <param name="Brightest">What 255 becomes.</param>
public sealed record ChannelView(int Index, string Source, Number Scale, Number Mean, Number Std, Number Darkest, Number Brightest);

/// <summary>How a flatten lays out its input, and one cell of it.</summary>
/// <param name="Strip">The whole vector folded into rows, as a map.</param>
/// <param name="Index">Place of the chosen cell in the vector.</param>
/// <param name="Cell">Unit, row and column of it.</param>
/// <param name="Value">Its number.</param>
/// <param name="Formula">The place as a formula of unit, row and column: steps of name, index and size, slowest first.</param>
/// <param name="Cursor">The cell on its map.</param>
/// <param name="Place">The cell on the strip.</param>
/// <param name="RowMeaning">What one row of the strip is, in words.</param>
public sealed record FlattenView(
    UnitView Strip, int Index, ImmutableArray<int> Cell, Number Value, ImmutableArray<AxisView> Formula, CursorView Cursor,
        CursorView Place, string RowMeaning);

/// <summary>One axis of a flatten's formula.</summary>
public sealed record AxisView(string Name, int Index, int Size);

/// <summary>Where the cells of a unit are copied from.</summary>
/// <param name="Origins">The maps that they come from.</param>
/// <param name="Hidden">How many more there are.</param>
/// <param name="Words">Where the page's cell comes from: <c>unit 3 at (4, 5)</c>; empty where it is filled or constant.</param>
public sealed record CopyView(ImmutableArray<OriginView> Origins, int Hidden, string Words);

/// <summary>One map that cells are copied from.</summary>
/// <param name="Operand">Which operand it belongs to.</param>
/// <param name="Unit">The map.</param>
/// <param name="Source">Its layer.</param>
/// <param name="Cursor">The cell on it, if it is this map's.</param>
public sealed record OriginView(int Operand, UnitView Unit, MapsView Source, CursorView? Cursor);
