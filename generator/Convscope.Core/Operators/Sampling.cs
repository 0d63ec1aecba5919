using System.Collections.Immutable;

namespace Convscope.Core.Operators;

/// <summary>
/// Which cells of the input a resize reads along one axis, and with which weights: for every output cell as many, one (nearest), two
/// (linear) or four (cubic), whose weights add up to 1. Coordinates are computed in single precision, as the runtime does, since half
/// a cell decides which is nearest. https://onnx.ai/onnx/operators/onnx__Resize.html
/// </summary>
public sealed class Sampling
{
    /// <summary>A coordinate this near to the middle between two cells lies in the middle: what is missing is rounding.</summary>
    private const float Halfway = 1e-6f;

    private static readonly float[] One = [1];

    private Sampling(IEnumerable<(int[] At, float[] Weights)> taps)
    {
        var list = taps.ToList();
        (At, Weights) = ([.. list.Select(tap => tap.At)], [.. list.Select(tap => tap.Weights)]);
    }

    /// <summary>The input cells of every output cell.</summary>
    public ImmutableArray<int[]> At { get; }

    /// <summary>Their weights.</summary>
    public ImmutableArray<float[]> Weights { get; }

    /// <summary>How many input cells an output cell reads.</summary>
    public int Taps => At[0].Length;

    /// <summary>The input cells that an output cell reads with a weight; they lie side by side.</summary>
    public AxisTaps Reads(int output)
    {
        var read = At[output].Where((_, tap) => Weights[output][tap] != 0).ToList();
        return read.Count == 0 ? AxisTaps.None : AxisTaps.Span(read.Min(), read.Max());
    }

    /// <summary>True when each cell is a copy of the cell at the same place.</summary>
    public bool IsSame(int size) => Taps == 1 && At.Length == size && At.Select((at, i) => at[0] == i).All(same => same);

    /// <summary>How an axis is sampled.</summary>
    /// <param name="input">Cells of the input.</param>
    /// <param name="output">Cells of the output.</param>
    /// <param name="scale">Output cells an input cell.</param>
    /// <param name="rule">How an output cell finds its place.</param>
    public static Sampling Of(int input, int output, float scale, SamplingRule rule)
    {
        // An axis that keeps its size is copied, whatever the rule.
        if (input == output && scale == 1) return new(Enumerable.Range(0, output).Select(i => (new[] { i }, One)));
        var places = Enumerable.Range(0, output).Select(i => Place(i, input, output, scale, rule.Coordinates));
        return new(rule.Mode switch
        {
            "nearest" => places.Select(x => (new[] { Math.Clamp(Nearest(x, scale, rule.Nearest), 0, input - 1) }, One)),
            "linear" => places.Select(x => Linear(x, input)),
            "cubic" => places.Select(x => Cubic(x, input, rule)),
            _ => throw new NotSupportedException(),
        });
    }

    /// <summary>The coordinate in the input of an output cell.</summary>
    private static float Place(int i, int input, int output, float scale, string coordinates) => coordinates switch
    {
        "half_pixel" => ((i + 0.5f) / scale) - 0.5f,
        "pytorch_half_pixel" => output > 1 ? ((i + 0.5f) / scale) - 0.5f : 0,
        "half_pixel_symmetric" => (float)((input / 2f * (1 - (output / (scale * input)))) + ((i + 0.5) / scale) - 0.5),
        "tf_half_pixel_for_nn" => (i + 0.5f) / scale,
        "align_corners" => output == 1 ? 0 : (float)i * (input - 1) / (output - 1),
        "asymmetric" => i / scale,
        _ => throw new NotSupportedException(),
    };

    /// <summary>Without a rule, as versions before 11 had none: rounded down, or up where the output is smaller.</summary>
    private static int Nearest(float x, float scale, string rule) => (int)(rule switch
    {
        "round_prefer_floor" => x - MathF.Floor(x) > 0.5f + Halfway ? MathF.Ceiling(x) : MathF.Floor(x),
        "round_prefer_ceil" => x - MathF.Floor(x) < 0.5f - Halfway ? MathF.Floor(x) : MathF.Ceiling(x),
        "floor" => MathF.Floor(x),
        "ceil" => MathF.Ceiling(x),
        "" => scale < 1 ? MathF.Ceiling(x) : MathF.Truncate(x),
        _ => throw new NotSupportedException(),
    });

    private static (int[] At, float[] Weights) Linear(float x, int input)
    {
        x = Math.Clamp(x, 0, input - 1);
        var first = Math.Min((int)x, input - 1);
        var share = x - first;
        return ([first, Math.Min(first + 1, input - 1)], [1 - share, share]);
    }

    /// <summary>The weights of the cells at -1, 0, 1 and 2 of a place between 0 and 1 (R. Keys, Cubic convolution interpolation for digital
    /// image processing, 1981).</summary>
    /// <param name="s">The place.</param>
    /// <param name="a">Keys's parameter.</param>
    internal static float[] CubicWeights(float s, float a)
    {
        float Near(float d) => ((((a + 2) * d) - (a + 3)) * d * d) + 1;
        float Far(float d) => (((((a * d) - (5 * a)) * d) + (8 * a)) * d) - (4 * a);
        return [Far(1 + s), Near(s), Near(1 - s), Far(2 - s)];
    }

    private static (int[] At, float[] Weights) Cubic(float x, int input, SamplingRule rule)
    {
        var first = (int)MathF.Floor(x);
        int[] at = [.. Enumerable.Range(first - 1, 4)];
        var weights = CubicWeights(x - first, rule.Cubic);
        if (rule.ExcludesOutside)
        {
            for (var i = 0; i < 4; i++) weights[i] = at[i] < 0 || at[i] >= input ? 0 : weights[i];
            var sum = weights.Sum();
            weights = [.. weights.Select(weight => weight / sum)];
        }

        return ([.. at.Select(i => Math.Clamp(i, 0, input - 1))], weights);
    }
}

/// <summary>What a node says of how it samples.</summary>
/// <param name="Mode"><c>nearest</c>, <c>linear</c>, <c>cubic</c>.</param>
/// <param name="Coordinates">The attribute <c>coordinate_transformation_mode</c>.</param>
/// <param name="Nearest">The attribute <c>nearest_mode</c>; empty for versions before 11.</param>
/// <param name="Cubic">The attribute <c>cubic_coeff_a</c>.</param>
/// <param name="ExcludesOutside">The attribute <c>exclude_outside</c>.</param>
public sealed record SamplingRule(string Mode, string Coordinates, string Nearest, float Cubic, bool ExcludesOutside);
