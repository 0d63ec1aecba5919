using System.Collections.Immutable;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// How whole numbers of a few bits stand for fractions: <c>q</c> for <c>(q − zero) × step</c>. One step and zero point for all units, or
/// one a unit. https://onnx.ai/onnx/operators/onnx__QuantizeLinear.html, computed as ONNX Runtime does: in single precision, half to even.
/// </summary>
/// <param name="Steps">What one more stands for; more than zero.</param>
/// <param name="Zeros">The whole number that stands for 0.</param>
/// <param name="Low">The least whole number of the type.</param>
/// <param name="High">The largest.</param>
public sealed record Quantiser(ImmutableArray<float> Steps, ImmutableArray<int> Zeros, int Low, int High)
{
    /// <summary>Reads a step and a zero point among a node's constants.</summary>
    /// <param name="node">The node.</param>
    /// <param name="step">Where the step stands among its inputs; the zero point, which may be left out, comes next.</param>
    /// <exception cref="NotSupportedException">They depend on the picture, or differ along another axis than the units'.</exception>
    public static Quantiser Of(NodeDescription node, int step)
    {
        if (!node.Constants.TryGetValue(step, out var steps)) throw new NotSupportedException();
        var (low, high) = node.Ints("range") is [var least, var most] ? (least, most) : (int.MinValue, int.MaxValue);
        int[] zeros = node.Constants.TryGetValue(step + 1, out var given) ? [.. given.Values.Select(value => (int)value)] : [0];
        return new([.. steps.Values], [.. zeros], low, high);
    }

    /// <summary>What one more stands for, in a unit.</summary>
    public float Step(int unit) => Steps[Steps.Length == 1 ? 0 : unit];

    /// <summary>The whole number that stands for 0, in a unit.</summary>
    public int Zero(int unit) => Zeros[Zeros.Length == 1 ? 0 : unit];

    /// <summary>The whole number of an unrounded one whose zero point is still to be added.</summary>
    public int Store(float scaled, int unit) => Hold(Rounded(scaled) + Zero(unit));

    /// <summary>The nearest whole number of the type; of what is no number the least.</summary>
    public int Hold(double whole) => double.IsNaN(whole) ? Low : (int)Math.Clamp(whole, Low, High);

    /// <summary>The nearest whole number; of two equally near the even one.</summary>
    public static double Rounded(double value) => Math.Round(value, MidpointRounding.ToEven);

    /// <summary>What a whole number stands for.</summary>
    public float Real(double whole, int unit) => (float)(whole - Zero(unit)) * Step(unit);

    /// <summary>The steps and zero points for pages: one number, or how many they are.</summary>
    public IReadOnlyList<Setting> Settings(string step, string zero) =>
    [
        new(step, Steps.Length == 1 ? Explain.Number.Whole(Steps[0]).Shown : new Phrase("one_a_unit", Steps.Length)),
        new(zero, Zeros.Distinct().Count() == 1 ? Phrase.Of(Zeros[0]) : new Phrase("one_a_unit", Zeros.Length)),
    ];

    /// <summary>What the script needs of a unit.</summary>
    public object Describe(int unit) => new { step = Step(unit), zero = Zero(unit), low = Low, high = High };

    /// <summary>What the script needs of all units.</summary>
    public object Describe() => new { steps = Steps, zeros = Zeros, low = Low, high = High };

    /// <summary>Whether it has one step for all, or one for each unit of a node's output along the axis that the node names.</summary>
    public bool IsAlongUnits(NodeDescription node)
    {
        var axis = node.Int("axis", 1);
        if (axis < 0) axis += node.OutputShape.Sizes.Length + 1;
        return Math.Max(Steps.Length, Zeros.Length) == 1
            || (axis == 1 && node.Int("block_size", 0) == 0 && Steps.Length == node.OutputShape.Units);
    }

    /// <inheritdoc/>
    public bool Equals(Quantiser? other) => other is not null && (Low, High) == (other.Low, other.High)
        && Steps.SequenceEqual(other.Steps) && Zeros.SequenceEqual(other.Zeros);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High, Steps[0], Zeros[0]);
}
