using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Answers;

/// <summary>A box that a detector found, in shares of the picture's sides.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Score">How sure the network is.</param>
/// <param name="Left">Its left side.</param>
/// <param name="Top">Its upper side.</param>
/// <param name="Right">Its right side.</param>
/// <param name="Bottom">Its lower side.</param>
/// <param name="Row">Which of the network's boxes it is.</param>
public readonly record struct DetectedBox(int Class, double Score, double Left, double Top, double Right, double Bottom, int Row)
{
    /// <summary>The cells of the scores' layer that the score is the product of.</summary>
    public ImmutableArray<Cell> ScoreCells { get; init; }

    /// <summary>The cells of the boxes' layer that the box is made of.</summary>
    public ImmutableArray<Cell> BoxCells { get; init; }

    /// <summary>How much of the union of two boxes they share.</summary>
    public static double Overlap(DetectedBox a, DetectedBox b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        if (width <= 0 || height <= 0) return 0;
        var shared = width * height;
        return shared / (Area(a) + Area(b) - shared);
    }

    private static double Area(DetectedBox box) => Math.Max(0, box.Right - box.Left) * Math.Max(0, box.Bottom - box.Top);
}

/// <summary>What is left of a detector's boxes.</summary>
/// <param name="Boxes">Those that are shown, the surest first.</param>
/// <param name="Candidates">How many the network gave.</param>
/// <param name="Sure">How many of them had a score above the threshold.</param>
public sealed record Detection(ImmutableArray<DetectedBox> Boxes, int Candidates, int Sure);

/// <summary>Reads boxes off a detector's outputs.</summary>
public static class BoxReader
{
    /// <summary>The usual least score.</summary>
    public const double Threshold = 0.5;

    /// <summary>Reads them.</summary>
    /// <param name="recipe">How they are written down.</param>
    /// <param name="scores">The scores, (N, C); of YOLO kinds the one output.</param>
    /// <param name="boxes">The boxes, (N, 4); of YOLO kinds the same output.</param>
    /// <param name="input">The network's input (C, H, W), for places in pixels.</param>
    public static Detection Read(AnswerRecipe recipe, Tensor scores, Tensor boxes, Shape input)
    {
        var isTurned = recipe.Kind == AnswerKind.YoloV8;
        var count = isTurned ? scores.Shape.Width : scores.Shape.Units;
        var first = recipe.Kind switch { AnswerKind.YoloV5 => 5, AnswerKind.YoloV8 => 4, _ => 0 };
        var classes = (isTurned ? scores.Shape.Units : scores.Shape.Width) - first;
        var least = recipe.Threshold ?? Threshold;
        var found = new List<DetectedBox>();
        for (var row = 0; row < count; row++)
        {
            var best = -1;
            for (var c = 0; c < classes; c++)
            {
                if (c != recipe.Nothing && (best < 0 || scores[At(c + first)] > scores[At(best + first)])) best = c;
            }

            ImmutableArray<Cell> cells = recipe.Kind == AnswerKind.YoloV5 ? [At(4), At(best + first)] : [At(best + first)];
            var score = cells.Aggregate(1.0, (product, cell) => product * scores[cell]);
            if (score >= least) found.Add(Box(best, score, row, cells, [At(0), At(1), At(2), At(3)]));
            Cell At(int number) => isTurned ? new(number, 0, row) : new(row, 0, number);
        }

        return new(Suppress(found, recipe.Overlap), count, found.Count);

        DetectedBox Box(int best, double score, int row, ImmutableArray<Cell> cells, ImmutableArray<Cell> at)
        {
            var (width, height) = recipe.InPixels ?? first > 0 ? (input.Width, input.Height) : (1, 1);
            double a = boxes[at[0]], b = boxes[at[1]], c = boxes[at[2]], d = boxes[at[3]];
            if ((recipe.Form ?? (first > 0 ? BoxForm.Centre : BoxForm.Corners)) == BoxForm.Centre)
                (a, b, c, d) = (a - (c / 2), b - (d / 2), a + (c / 2), b + (d / 2));
            return new(best, score, a / width, b / height, c / width, d / height, row) { ScoreCells = cells, BoxCells = at };
        }
    }

    /// <summary>Non-maximum suppression: of boxes of one class that share more than so much of their union, only the surest is
    /// kept.</summary>
    public static ImmutableArray<DetectedBox> Suppress(IEnumerable<DetectedBox> boxes, double overlap)
    {
        var kept = ImmutableArray.CreateBuilder<DetectedBox>();
        foreach (var box in boxes.OrderByDescending(box => box.Score).ThenBy(box => box.Row))
        {
            if (!kept.Any(other => other.Class == box.Class && DetectedBox.Overlap(other, box) > overlap)) kept.Add(box);
        }

        return kept.ToImmutable();
    }
}
