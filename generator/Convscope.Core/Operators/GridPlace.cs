using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>One cell that is read at a place between cells, with its weight.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Weight">What it counts.</param>
/// <param name="IsPadding">Whether it lies beyond the map, where zeros are.</param>
public readonly record struct GridTap(int Row, int Column, double Weight, bool IsPadding);

/// <summary>
/// How a place that a grid gives, from -1 to 1 over a map, is read. Places are computed in single precision, as the runtime does, since
/// half a cell decides which is nearest. The script has a twin (<c>templates/js/compute/grid.js</c>): change both.
/// https://onnx.ai/onnx/operators/onnx__GridSample.html
/// </summary>
/// <param name="Mode"><c>nearest</c>, <c>linear</c>, <c>cubic</c>.</param>
/// <param name="Padding"><c>zeros</c>, <c>border</c>, <c>reflection</c>.</param>
/// <param name="AreCornersAligned">Whether -1 and 1 are the middles of the outermost cells, rather than their edges.</param>
public sealed record GridPlace(string Mode, string Padding, bool AreCornersAligned)
{
    private const float Cubic = -0.75f;

    /// <summary>What a coordinate from -1 on is multiplied by: half of the size.</summary>
    public float Factor(int size) => (AreCornersAligned ? size - 1 : size) / 2f;

    /// <summary>What is subtracted then.</summary>
    public float Offset => AreCornersAligned ? 0 : 0.5f;

    /// <summary>The row or column of a coordinate.</summary>
    public float Of(float coordinate, int size) =>
        AreCornersAligned ? (coordinate + 1) / 2 * (size - 1) : (((coordinate + 1) * size) - 1) / 2;

    /// <summary>The cells that are read at a place, row by row: one (nearest), four (linear) or sixteen (cubic).</summary>
    public IEnumerable<GridTap> Taps(float row, float column, Shape map)
    {
        var (rows, columns) = (Along(row), Along(column));
        for (var r = 0; r < rows.Weights.Length; r++)
        {
            for (var c = 0; c < columns.Weights.Length; c++)
            {
                var (y, x) = (Inside(rows.First + r, map.Height), Inside(columns.First + c, map.Width));
                yield return new(y ?? rows.First + r, x ?? columns.First + c, (double)rows.Weights[r] * columns.Weights[c],
                    y is null || x is null);
            }
        }
    }

    /// <summary>How many cells are read along an axis.</summary>
    public int Count => Mode switch { "nearest" => 1, "linear" => 2, _ => 4 };

    private (int First, float[] Weights) Along(float place)
    {
        if (Mode == "nearest") return (Clamped(MathF.Round(place)), [1]);
        var first = MathF.Floor(place);
        var share = place - first;
        return Mode == "linear" ? (Clamped(first), [1 - share, share]) : (Clamped(first - 1), Sampling.CubicWeights(share, Cubic));
    }

    /// <summary>Far away from the map it doesn't matter where.</summary>
    private static int Clamped(float place) => float.IsNaN(place) ? -1_000_000 : (int)Math.Clamp(place, -1e6f, 1e6f);

    /// <summary>The cell on the map that a cell stands for; null for a zero of the padding.</summary>
    private int? Inside(int at, int size)
    {
        if (at >= 0 && at < size) return at;
        return Padding switch { "zeros" => null, "border" => Math.Clamp(at, 0, size - 1), _ => Reflected(at, size) };
    }

    /// <summary>Between mirrors in the middles of the outermost cells, or at their edges.</summary>
    private int Reflected(int at, int size)
    {
        var period = AreCornersAligned ? 2 * (size - 1) : 2 * size;
        var place = ((at % period) + period) % period;
        return place < size ? place : period - place - (AreCornersAligned ? 0 : 1);
    }
}
