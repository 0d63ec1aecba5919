using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Combines two operands of whole numbers cell by cell, each with its own step and zero point, and stores the result. Inputs: an operand,
/// its step, its zero point, the same of the second, the output's step and zero point.
/// </summary>
public abstract class IntegerElementwise : Elementwise, IStores
{
    private readonly int _place;

    /// <summary>Reads a node, one of whose operands may be constant.</summary>
    /// <exception cref="NotSupportedException">A step depends on the picture, or an operand doesn't fit.</exception>
    protected IntegerElementwise(NodeDescription node)
        : base(Constant(node), node.Constants.ContainsKey(0) ? 0 : 1)
    {
        (First, Second, To) = (Quantiser.Of(node, 1), Quantiser.Of(node, 4), node.Constants.ContainsKey(6) ? Quantiser.Of(node, 6) : null);
        _place = node.Constants.ContainsKey(0) ? 0 : node.Constants.ContainsKey(3) ? 1 : -1;
        if (First.Steps.Length + Second.Steps.Length + (To?.Steps.Length ?? 1) != 3 || node.InputShapes.Count != (_place < 0 ? 2 : 1))
            throw new NotSupportedException();
        IsPerUnit = node.InputShapes.All(shape => shape.Units == node.OutputShape.Units);
        IsReal = node.Int("real", 0) == 1;
    }

    /// <inheritdoc/>
    public override bool IsPerUnit { get; }

    /// <summary>How the first operand stands for fractions.</summary>
    protected Quantiser First { get; }

    /// <summary>How the second does.</summary>
    protected Quantiser Second { get; }

    /// <summary>How the result does; null where it is a fraction.</summary>
    protected Quantiser? To { get; }

    /// <summary>Whether the file computes in fractions, so that near a tie the last bit decides.</summary>
    protected bool IsReal { get; }

    /// <inheritdoc/>
    public Quantiser? Stores => To;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => To?.Settings("output_step", "output_zero_point") ?? [];

    /// <summary>The zero point where it is added before rounding; the runtime's operators on whole numbers do so.</summary>
    protected int ZeroIn => To is null || IsReal ? 0 : To.Zeros[0];

    /// <summary>What is rounded, in single precision.</summary>
    private float Scaled(float a, float b)
    {
        if (!IsReal) return Whole(a, b, To!);
        var real = Real(First.Real(a, 0), Second.Real(b, 0));
        return To is null ? real : real / To.Steps[0];
    }

    /// <summary>What the runtime's operator rounds, the zero point in it.</summary>
    protected abstract float Whole(float a, float b, Quantiser to);

    /// <summary>The same of what operands stand for.</summary>
    protected abstract float Real(float a, float b);

    /// <summary>The equation before rounding with so many digits that the shown fraction comes out, or null.</summary>
    protected abstract Explanation? Fit(Explanation e, double a, double b, Number shown);

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values) => Held(Scaled((float)values[0], (float)values[1]));

    private double Held(double scaled) =>
        To is null ? scaled : To.Hold(Quantiser.Rounded(scaled) + (IsReal ? To.Zeros[0] : 0));

    /// <summary>Whole numbers are exact; where the file computes in fractions, up to one at a tie.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        if (!IsReal || To is null) return new double[exact.Length];
        return Each(inputs, (values, _) =>
        {
            var scaled = Scaled((float)values[0], (float)values[1]);
            var bound = Rounding.OfSum(scaled, 4 * Math.Abs(scaled), 4);
            return Held(scaled + bound) - Held(scaled - bound);
        });
    }

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var operands = Operands(inputs);
        double[] values = [.. operands.Select(operand => (double)operand[Source(cell, operand.Shape)])];
        var parts = operands.Select((operand, i) => Shown(operand, InputAt(i), Source(cell, operand.Shape), new(values[i], 0)));
        var e = new Explanation(Kind, cell, [.. parts], null, new(output[cell], 0))
        {
            Extras = ImmutableDictionary<string, Number>.Empty
                .Add("centre", new(First.Zeros[0], 0)).Add("other_centre", new(Second.Zeros[0], 0)),
        };
        Explanation? With(Number shown) => Fit(e, values[0] - First.Zeros[0], values[1] - Second.Zeros[0], shown);
        if (To is not null)
            return Storing.End(e, To, Scaled((float)values[0], (float)values[1]), With, isZeroIn: !IsReal);
        var result = new Number(output[cell], Decimals.ForMagnitude(output.Magnitude));
        return (With(result) ?? e) with { Result = result };
    }

    /// <summary>Notes a fault unless what operands give is the fraction that is rounded, or the result where nothing is.</summary>
    protected static void Ends(ShownEquation e, string what, ShownNumber given)
    {
        if (e.Find("scaled") is not { } scaled) e.Expect(what, given, e.Result);
        else
        {
            e.Expect(what, given + e["zero"] - e["offset"], scaled);
            Storing.AddsUp(e);
        }
    }

    /// <summary>The two operands as they are shown, less what stands for 0.</summary>
    protected static (ShownNumber A, ShownNumber B) Centred(ShownEquation e) =>
        (e.Operands.First().X - e["centre"], e.Operands.Last().X - e["other_centre"]);

    /// <inheritdoc/>
    public override OperatorDescription Describe()
    {
        var inner = base.Describe();
        var (first, second, to) = (First.Describe(0), Second.Describe(0), To?.Describe(0));
        return inner with { Settings = new { inner = inner.Settings, first, second, to, factors = Factors, isReal = IsReal } };
    }

    /// <inheritdoc/>
    public override object? Describe(int unit) =>
        new
        {
            constant = base.Describe(unit), first = First.Describe(0), second = Second.Describe(0), to = To?.Describe(0), factors = Factors,
            isReal = IsReal,
        };

    /// <summary>The factors of the operands, in single precision.</summary>
    protected abstract float[] Factors { get; }

    private static Tensor? Constant(NodeDescription node) =>
        node.Constants.TryGetValue(0, out var first) ? Fit(first, node.OutputShape)
        : node.Constants.TryGetValue(3, out var second) ? Fit(second, node.OutputShape) : null;
}
