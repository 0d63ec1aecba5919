using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>A function of one number, applied to every cell on its own; its settings may differ from unit to unit.</summary>
public abstract class UnitFunction : Operator, IFunctionOfOne
{
    /// <summary>
    /// The equation, left of the equals sign: text with <c>{x}</c> for the operand and <c>{alpha}</c> for the constant of that name.
    /// A reader with a calculator works it out as it stands, whatever the operand.
    /// </summary>
    public abstract Phrase Formula { get; }

    /// <summary>What the function does, as one sentence.</summary>
    public virtual Phrase Meaning => Phrase.Named("meaning", Kind);

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Formula(e);

    /// <summary>The function of a unit's cells.</summary>
    public abstract double Apply(double x, int unit);

    /// <summary>The numbers that <see cref="Formula"/> names.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, double>> Constants(int unit) => [];

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Activate;

    private const int MostOfConstants = 12;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var (values, size) = (inputs[0].Values, inputs[0].Shape.MapSize);
        var output = new double[values.Length];
        for (var i = 0; i < output.Length; i++) output[i] = Apply(values[i], i / size);
        return output;
    }

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var (values, size) = (inputs[0].Values, inputs[0].Shape.MapSize);
        return Rounding.OfSteps(exact, i => Magnitude(values[i], exact[i], i / size));
    }

    /// <summary>
    /// The largest number on the way from <paramref name="x"/> to <paramref name="y"/>. Libraries compute exponentials, gates and the like
    /// to an error of the larger of the two, however small the other is: a sigmoid of -18 may be 0.
    /// </summary>
    protected virtual double Magnitude(double x, double y, int unit) => Math.Abs(x) + Math.Abs(y);

    /// <summary>The script works the formula out as a reader would.</summary>
    public override OperatorDescription Describe() =>
        OperatorDescription.Of(new
        {
            formula = Formula.ToString(), constants = Constants(0)
            .ToDictionary(constant => constant.Key, constant => constant.Value)
        });

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same;

    /// <summary>One part with one term, the operand; the constants are the extras.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        ReadOnlySpan<float> xs = inputs[0].Map(cell.Unit), ys = output.Map(cell.Unit);
        var decimals = Settled(xs, ys, cell.Unit, Wanted(inputs[0].Magnitude, output.Magnitude));
        var operands = OperandDecimals(xs, ys, cell.Unit, decimals);
        var farthest = 0;
        for (var i = 1; i < ys.Length; i++) farthest = Math.Abs(ys[i]) > Math.Abs(ys[farthest]) ? i : farthest;
        var (x, y) = (new Number(xs[farthest], operands), new Number(ys[farthest], decimals));
        var more = 0;
        while (more < MostOfConstants && !HaveDigitsEnough(At(cell, x, y, more))) more++;
        return At(cell, new(inputs[0][cell], operands), new(output[cell], decimals), more < MostOfConstants ? more : 0);
    }

    /// <summary>The equation with so many more decimals of the constants than those of the shortest decimal for each.</summary>
    private Explanation At(Cell cell, Number x, Number y, int more) =>
        new(Kind, cell, [new Part(0, cell.Unit, [new Term(x, null, cell)], y)], null, y)
        {
            Extras = Constants(cell.Unit)
                .ToImmutableDictionary(constant => constant.Key, constant => LrnSettings.Shown(constant.Value, more)),
        };

    /// <summary>Whether the constants have digits enough: times a large operand, what the shortest decimal leaves out is seen.</summary>
    private bool HaveDigitsEnough(Explanation explanation)
    {
        var isFinite = double.IsFinite(explanation.Result.Exact) && double.IsFinite(explanation.Parts[0].Terms[0].X.Exact);
        if (explanation.Extras.IsEmpty || !isFinite || EquationCatalog.Find(Kind) is not { } rule) return true;
        var shown = ShownEquation.Of(explanation, Formula.ToString());
        rule(shown);
        return shown.Faults.Count == 0;
    }

    /// <summary>As many decimals as both sides have; but where only the operands are in tens, the result isn't.</summary>
    private static int Wanted(double input, double output) =>
        Math.Max(Decimals.ForMagnitude(Math.Max(input, output)), Math.Min(1, Decimals.ForMagnitude(output)));

    /// <summary>Fewer decimals where single precision computed some cell of the map less closely.</summary>
    private int Settled(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, int unit, int decimals)
    {
        for (var i = 0; i < xs.Length && i < ys.Length; i++)
        {
            if (float.IsFinite(ys[i])) decimals = Decimals.Settle(decimals, Apply(xs[i], unit), ys[i]);
        }

        return decimals;
    }

    /// <summary>
    /// A steep function needs more digits of its operand than it has digits of its result: the fewest that do for every cell
    /// of the map, so that digits don't come and go while the cell moves.
    /// </summary>
    private int OperandDecimals(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, int unit, int decimals)
    {
        var more = decimals;
        for (var i = 0; i < xs.Length && i < ys.Length; i++)
        {
            if (!float.IsFinite(ys[i])) continue;
            while (more < Decimals.Most && !Decimals.IsWithinOne(Apply(Number.Round(xs[i], more), unit), Number.Round(ys[i], decimals),
                decimals)) more++;
        }

        return more;
    }
}
