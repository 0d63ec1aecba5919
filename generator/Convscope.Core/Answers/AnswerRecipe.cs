namespace Convscope.Core.Answers;

/// <summary>What can be drawn of an answer.</summary>
public enum AnswerKind
{
    /// <summary>Boxes, of one output with scores (N, C) and one with boxes (N, 4).</summary>
    Boxes,

    /// <summary>Boxes, of one output (N, 5 + C): centre, size, how likely there is anything, and shares of classes.</summary>
    YoloV5,

    /// <summary>Boxes, of one output (4 + C, N): centre, size, and a probability for each class.</summary>
    YoloV8,

    /// <summary>A class for each place.</summary>
    Mask,

    /// <summary>Points on the picture.</summary>
    Points,

    /// <summary>Another picture.</summary>
    Picture,

    /// <summary>A line of text, by CTC.</summary>
    Text,

    /// <summary>How far the pictures are from each other.</summary>
    Distances,
}

/// <summary>What four numbers of a box are.</summary>
public enum BoxForm
{
    /// <summary>Left, top, right, bottom.</summary>
    Corners,

    /// <summary>Middle column, middle row, width, height.</summary>
    Centre,
}

/// <summary>How an answer is read off the network's outputs.</summary>
/// <param name="Kind">What it is.</param>
public sealed record AnswerRecipe(AnswerKind Kind)
{
    /// <summary>The layer of scores, by any name that it has; empty for the output whose shape fits.</summary>
    public string Scores { get; init; } = "";

    /// <summary>The layer of boxes; empty for the output whose shape fits.</summary>
    public string Boxes { get; init; } = "";

    /// <summary>What the numbers of a box are; null for the kind's own.</summary>
    public BoxForm? Form { get; init; }

    /// <summary>Whether places are pixels of the network's input rather than shares of its sides; null for the kind's own.</summary>
    public bool? InPixels { get; init; }

    /// <summary>The least score of a box, or of a cell of a mask of one channel; null for the usual one.</summary>
    public double? Threshold { get; init; }

    /// <summary>How much of their union two boxes may share.</summary>
    public double Overlap { get; init; } = 0.45;

    /// <summary>The class that means that there is nothing: of boxes no box, of text no letter; -1 for none.</summary>
    public int? Nothing { get; init; }

    /// <summary>The numbers that stand for black and for white.</summary>
    public (double Black, double White) Range { get; init; } = (0, 1);

    /// <summary>Whether rows come before columns in points.</summary>
    public bool RowsFirst { get; init; }
}
