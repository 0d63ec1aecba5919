using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Stores fractions as whole numbers of a few bits: divided by the step, rounded half to even, the zero point added, held within the type.
/// https://onnx.ai/onnx/operators/onnx__QuantizeLinear.html
/// </summary>
[OnnxOperator("QuantizeLinear", Axes = AxisRule.Cellwise, SettingsFrom = 1, Domains = "ai.onnx com.microsoft", TakesTypes = true)]
public sealed class Quantize : Operator, IFunctionOfOne, IStores
{
    private readonly Quantiser _to;

    /// <summary>Reads a node whose step and zero point are constants, one for all units or one a unit.</summary>
    /// <exception cref="NotSupportedException">They differ along another axis, or in blocks.</exception>
    public Quantize(NodeDescription node)
    {
        _to = Quantiser.Of(node, 1);
        if (!_to.IsAlongUnits(node) || node.InputShapes.Count != 1) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "quantize";

    /// <inheritdoc/>
    public Quantiser Stores => _to;

    /// <inheritdoc/>
    public Phrase Meaning => Phrase.Named("meaning", Kind);

    /// <inheritdoc/>
    public Phrase Formula => "min({high}, max({low}, round({scaled}) + {offset}))";

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Activate;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _to.Settings("step", "zero_point");

    /// <inheritdoc/>
    public double Apply(double x, int unit) => _to.Store((float)x / _to.Step(unit), unit);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var size = inputs[0].Shape.MapSize;
        return [.. inputs[0].Values.Select((x, i) => Apply(x, i / size))];
    }

    /// <summary>Whole numbers are exact.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var (x, step) = (inputs[0][cell], _to.Step(cell.Unit));
        var scaled = x / step;
        var e = new Explanation(Kind, cell, [Storing.Operand(x, cell)], null, new(output[cell], 0));
        return Storing.End(e, _to, scaled, shown =>
        {
            for (var more = 0; more < 12; more++)
            {
                var (operand, by) = (new Number(x, Storing.Digits(x) + more), Number.Whole(step));
                by = by with { Decimals = by.Decimals + (more / 2) };
                if (Decimals.IsWithinOne(operand.Value / by.Value, shown.Value, shown.Decimals))
                    return e with
                    {
                        Parts = [new Part(0, cell.Unit, [new Term(operand, null, cell)], operand)],
                        Extras = e.Extras.Add("per", by)
                    };
            }

            return null;
        });
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        e.Expect("the operand in steps", e.Operands.Single().X.Value / e["per"].Value, e["scaled"]);
        Storing.AddsUp(e);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(new { to = _to.Describe() });

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { to = _to.Describe(unit) };
}
