using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Puts whole numbers of several steps one after another, and stores all in one: ONNX Runtime's QLinearConcat. Inputs: the output's step
/// and zero point, then each operand with its own.
/// </summary>
[OnnxOperator("QLinearConcat", SettingsFrom = 0, Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerConcat : Operator, IStores
{
    private readonly Concat _concat;
    private readonly Quantiser[] _from;
    private readonly Quantiser _to;

    /// <summary>Reads a node, none of whose operands is constant.</summary>
    /// <exception cref="NotSupportedException">A step depends on the picture, or an operand is constant.</exception>
    public IntegerConcat(NodeDescription node)
    {
        _concat = new(node with { OpType = "Concat", Constants = new Dictionary<int, Constant>() });
        _to = Quantiser.Of(node, 0);
        _from = [.. node.InputShapes.Select((_, i) => Quantiser.Of(node, (3 * i) + 3))];
        if (node.Constants.Count != 2 + (2 * _from.Length) || _from.Append(_to).Any(quantiser => quantiser.Steps.Length != 1))
            throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "integer-concat";

    /// <inheritdoc/>
    public Quantiser Stores => _to;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override Joining Joins => Joining.Stack;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _to.Settings("output_step", "output_zero_point");

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => _concat.OutputShape(inputs);

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var shape = OutputShape([.. inputs.Select(input => input.Shape)]);
        return [.. Enumerable.Range(0, shape.Count).Select(i =>
        {
            var from = _concat.OriginOf(shape.CellAt(i))!.Value;
            return (double)_to.Store(Scaled(inputs[from.Operand][from.Cell], from.Operand), 0);
        })];
    }

    /// <summary>Whole numbers are exact.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => _concat.ReadingOf(input, inputShape);

    /// <inheritdoc/>
    public override bool Reads(int unit, int input) => _concat.Reads(unit, input);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var from = _concat.OriginOf(cell)!.Value;
        var (x, quantiser) = (inputs[from.Operand][from.Cell], _from[from.Operand]);
        var operand = new Number(x, 0);
        var e = new Explanation(Kind, cell, [new Part(from.Operand, from.Cell.Unit, [new Term(operand, null, from.Cell)], operand)], null,
            new(output[cell], 0));
        var centre = quantiser.Zeros[0];
        return Storing.End(e, _to, Scaled(x, from.Operand), shown =>
        {
            var factor = Storing.Fit(x - centre, (double)quantiser.Steps[0] / _to.Steps[0], shown.Value, shown.Decimals);
            return Decimals.IsWithinOne((x - centre) * factor.Value, shown.Value, shown.Decimals)
                ? e with { Extras = e.Extras.Add("factor", factor).Add("centre", new(centre, 0)) } : null;
        });
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        e.Expect("what is copied, in steps", (e.Operands.Single().X - e["centre"]) * e["factor"], e["scaled"]);
        Storing.AddsUp(e);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => _concat.Describe() with
    {
        Settings = new
        {
            copy = _concat.Describe().Settings, from = _from.Select(quantiser => quantiser.Describe(0)),
            to = _to.Describe(0)
        },
    };

    private float Scaled(float x, int operand) => _from[operand].Real(x, 0) / _to.Steps[0];
}
