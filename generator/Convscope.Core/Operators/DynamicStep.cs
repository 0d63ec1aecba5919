using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The step, or the zero point, that fits a picture: what <see cref="DynamicQuantize"/> gives beside its whole numbers. The importer makes
/// a node of each. https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html
/// </summary>
[OnnxOperator("DynamicStep", "DynamicZeroPoint", TakesTypes = true)]
public sealed class DynamicStep : Operator
{
    private readonly bool _isZero;
    private readonly Shape _output;

    /// <summary>Reads a node.</summary>
    public DynamicStep(NodeDescription node) => (_isZero, _output) = (node.OpType == "DynamicZeroPoint", node.OutputShape);

    /// <inheritdoc/>
    public override string Kind => "dynamic-step";

    /// <inheritdoc/>
    public override Texts.Phrase Title => _isZero ? new("operator_dynamic_zero_point") : base.Title;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Rearrange;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => _output;

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var fitting = DynamicQuantize.Fitting(inputs[0]);
        return [_isZero ? fitting.Zeros[0] : fitting.Steps[0]];
    }

    /// <summary>It is worked out as the runtime does.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.All(inputShape);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var (least, most) = DynamicQuantize.Range(inputs[0]);
        var fitting = DynamicQuantize.Fitting(inputs[0]);
        var step = fitting.Steps[0];
        var scaled = 0f - (least / step);
        for (var more = 0; ; more++)
        {
            var shown = _isZero ? DynamicQuantize.ShownStep(step, least, most) : new Number(output[cell],
                Decimals.Settle(Decimals.ForMagnitude(step), ((double)most - least) / DynamicQuantize.High, step));
            var e = new Explanation(Kind, cell, [], null, _isZero ? new(output[cell], 0) : shown);
            e = e with { Extras = e.Extras.Add("least", new(least, 2 + more)).Add("most", new(most, 2 + more)).Add("per", shown) };
            if (_isZero) e = e with { Extras = e.Extras.Add("scaled", new(scaled, Math.Min(2 + (more / 2), 6))) };
            var equation = ShownEquation.Of(e);
            AddsUp(equation);
            if (equation.Faults.Count == 0 || more > 12) return e;
        }
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(new { isZero = _isZero });

    /// <summary>How its equation adds up: the range in 255 steps; the zero point is how many of them lie below 0.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (least, most, step) = (e["least"], e["most"], e["per"]);
        if (most.Units != least.Units && e.Find("scaled") is null) e.Expect("the step", (most - least).Value / DynamicQuantize.High,
            e.Result);
        if (e.Find("scaled") is not { } scaled) return;
        e.Expect("the zero point", -least.Value / step.Value, scaled);
        e.Expect("rounded", Math.Clamp(Quantiser.Rounded(scaled.Value), 0, DynamicQuantize.High), e.Result);
    }
}
