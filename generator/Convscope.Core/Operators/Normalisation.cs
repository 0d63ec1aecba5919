using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Brings numbers to a mean of 0 and a spread of 1, then scales and shifts them: <c>(x - mean) / √(variance + epsilon) × scale + shift</c>.
/// Mean and variance are the same for all cells of a unit.
/// </summary>
public abstract class Normalisation : Operator, IHasStatistics
{
    private const int Steps = 4;

    private readonly float[]? _scale;
    private readonly float[]? _shift;

    /// <summary>Keeps scale and shift, one number a unit.</summary>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="scale">Scales, or null for 1.</param>
    /// <param name="shift">Shifts, or null for 0.</param>
    protected Normalisation(float epsilon, float[]? scale, float[]? shift) => (Epsilon, _scale, _shift) = (epsilon, scale, shift);

    /// <summary>What is added to the variance, so that nothing is divided by zero.</summary>
    public float Epsilon { get; }

    /// <summary>Where mean and variance come from, in words that follow "the mean and the variance": <c>are those of ...</c>.</summary>
    public Phrase Origin => Phrase.Named("origin", Kind);

    /// <inheritdoc/>
    public override long Parameters => (_scale?.Length ?? 0) + (_shift?.Length ?? 0);

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("epsilon", Number.Whole(Epsilon).Shown)];

    /// <inheritdoc/>
    public override OperatorDescription Describe() => Described(new { epsilon = Epsilon });

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Normalise;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (x, own) = (e.Parts[0].Terms[0].X, e.Parts[0].Value!.Value);
        var spread = Math.Sqrt((e["variance"] + e["epsilon"]).Value);
        e.Expect("x - mean", x - e["mean"], own);
        e.Expect("√(variance + epsilon)", spread, e["spread"]);
        e.Expect("the quotient", own.Value / e["spread"].Value, e["normalised"]);
        e.Expect("the quotient, scaled and shifted", (e["normalised"] * e["scale"]) + e["b"], e.Result);
        e.Expect("the whole formula", ((x - e["mean"]).Value / spread * e["scale"].Value) + e["b"].Value, e.Result);
    }

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        _scale is null || inputs[0].Units == _scale.Length
            ? inputs[0]
            : throw new ArgumentException($"{_scale.Length} units are normalised, but there are {inputs[0].Units}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var size = inputs[0].Shape.MapSize;
        var output = new double[inputs[0].Values.Length];
        for (var unit = 0; unit < inputs[0].Shape.Units; unit++)
        {
            var settings = SettingsOf(inputs[0], unit);
            for (var i = unit * size; i < (unit + 1) * size; i++) output[i] = settings.Apply(inputs[0].Values[i]);
        }

        return output;
    }

    /// <summary>
    /// A runtime may multiply out, <c>x × factor - mean × factor</c>, so that what counts is how large both are, not their difference; and
    /// an error of the mean or of the variance, where they are computed, is one of all cells.
    /// </summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var (values, size) = (inputs[0].Values, inputs[0].Shape.MapSize);
        var bounds = new double[exact.Length];
        for (var unit = 0; unit < inputs[0].Shape.Units; unit++)
        {
            var (n, off) = (SettingsOf(inputs[0], unit), Uncertainty(inputs[0], unit));
            var factor = Math.Abs(n.Scale / n.Spread);
            var spread = off.Variance / ((n.Spread * n.Spread) + Rounding.Least);
            for (var i = unit * size; i < (unit + 1) * size; i++)
            {
                var magnitude = ((Math.Abs(values[i]) + Math.Abs(n.Mean)) * factor) + Math.Abs(n.Shift);
                bounds[i] = Rounding.OfSum(exact[i], magnitude, Steps) + (factor * (off.Mean + (Math.Abs(values[i] - n.Mean) * spread)));
            }
        }

        return bounds;
    }

    /// <summary>
    /// One part: <c>x - mean</c>. The extras are the mean, the variance, epsilon, the spread <c>√(variance + epsilon)</c>, the normalised
    /// number <c>part / spread</c> and the scale; the bias is the shift.
    /// </summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var n = SettingsOf(inputs[0], cell.Unit);
        var d = NormalisationDecimals.Of(n, inputs[0].Map(cell.Unit).ToArray(), output.Map(cell.Unit).ToArray(),
            Decimals.ForMagnitude(output.Magnitude));
        double x = inputs[0][cell];
        var part = new Part(0, cell.Unit, [new Term(new(x, d.X), null, cell)], new(x - n.Mean, d.Difference));
        return new(Kind, cell, [part], new(n.Shift, d.Quotient), new(output[cell], d.Y))
        {
            Extras = new Dictionary<string, Number>
            {
                ["mean"] = new(n.Mean, d.X), ["variance"] = new(n.Variance, d.Variance), ["epsilon"] =
                    new(Epsilon, d.Epsilon), ["spread"] = new(n.Spread, d.Spread),
                ["normalised"] = new((x - n.Mean) / n.Spread, d.Quotient), ["scale"] = new(n.Scale, d.Scale),
            }.ToImmutableDictionary(),
        };
    }

    /// <summary>Scale and shift, with what an operator has besides.</summary>
    protected OperatorDescription Described(object settings, params ReadOnlySpan<(string Name, float[]? Values)> others) =>
        OperatorDescription.Of(settings, [("scale", _scale), ("shift", _shift), .. others]);

    /// <summary>Mean and variance of a unit's cells.</summary>
    protected abstract (double Mean, double Variance) Statistics(Tensor input, int unit);

    /// <summary>How far single precision may lead from them; not at all where they are settings.</summary>
    protected virtual (double Mean, double Variance) Uncertainty(Tensor input, int unit) => (0, 0);

    /// <summary>
    /// How far single precision may lead from the mean and the variance of values: a runtime may take the variance for the mean of the
    /// squares less the square of the mean.
    /// </summary>
    protected static (double Mean, double Variance) UncertaintyOf(ReadOnlySpan<float> values)
    {
        double sum = 0, magnitude = 0, squares = 0;
        foreach (double value in values)
        {
            sum += value;
            magnitude += Math.Abs(value);
            squares += value * value;
        }

        var (mean, square) = (sum / values.Length, squares / values.Length);
        var ofMean = Rounding.OfSum(mean, magnitude / values.Length, values.Length);
        return (ofMean, Rounding.OfSum(square, square, values.Length) + (2 * Math.Abs(mean) * ofMean));
    }

    /// <summary>Mean and variance of some of a tensor's values, all with the same weight.</summary>
    protected static (double Mean, double Variance) StatisticsOf(ReadOnlySpan<float> values)
    {
        double sum = 0, squares = 0;
        foreach (var value in values) sum += value;
        var mean = sum / values.Length;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return (mean, squares / values.Length);
    }

    private NormalisationSettings SettingsOf(Tensor input, int unit)
    {
        var (mean, variance) = Statistics(input, unit);
        return new(mean, variance, Epsilon, _scale?[unit] ?? 1, _shift?[unit] ?? 0);
    }
}
