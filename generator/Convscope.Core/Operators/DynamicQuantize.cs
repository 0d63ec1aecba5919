using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Stores fractions as whole numbers from 0 to 255 with a step and a zero point that fit each picture: the range of all cells, 0 included,
/// in 255 steps. https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html
/// </summary>
[OnnxOperator("DynamicQuantizeLinear", TakesTypes = true)]
public sealed class DynamicQuantize : Operator
{
    internal const int High = 255;

    /// <summary>Reads a node.</summary>
    public DynamicQuantize(NodeDescription node) => _ = node.OnlyInput;

    /// <inheritdoc/>
    public override string Kind => "dynamic-quantize";

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Activate;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <summary>The step and zero point that fit a tensor, as the runtime works them out.</summary>
    internal static Quantiser Fitting(Tensor input)
    {
        var (least, most) = Range(input);
        var step = most == least ? 1 : (most - least) / High;
        var zero = Math.Clamp(Quantiser.Rounded(0f - (least / step)), 0, High);
        return new([step], [(int)zero], 0, High);
    }

    internal static (float Least, float Most) Range(Tensor input) => (Math.Min(0, input.Finite.Minimum), Math.Max(0, input.Finite.Maximum));

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var to = Fitting(inputs[0]);
        return [.. inputs[0].Values.Select(x => (double)to.Store(x / to.Steps[0], 0))];
    }

    /// <summary>Whole numbers are exact.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <summary>The step hangs on every cell.</summary>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.All(inputShape);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var to = Fitting(inputs[0]);
        var (least, most) = Range(inputs[0]);
        var (x, step) = (inputs[0][cell], to.Steps[0]);
        var e = new Explanation(Kind, cell, [Storing.Operand(x, cell)], null, new(output[cell], 0));
        return Storing.End(e, to, x / step, shown =>
        {
            for (var more = 0; more < 12; more++)
            {
                var (operand, by) = (new Number(x, Storing.Digits(x) + more), ShownStep(step, least, most));
                if (!Decimals.IsWithinOne(operand.Value / by.Value, shown.Value, shown.Decimals)) continue;
                var ends = Math.Max(0, by.Decimals) + 1;
                return e with
                {
                    Parts = [new Part(0, cell.Unit, [new Term(operand, null, cell)], operand)],
                    Extras = e.Extras.Add("least", new(least, ends)).Add("most", new(most, ends)).Add("per", by),
                };
            }

            return null;
        });
    }

    /// <summary>A step with as many digits as the range, divided, has in single precision.</summary>
    internal static Number ShownStep(float step, float least, float most)
    {
        var whole = Number.Whole(step);
        return most == least ? whole : whole with { Decimals = Decimals.Settle(whole.Decimals, ((double)most - least) / High, step) };
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (least, most) = (e["least"], e["most"]);
        if (least.Units != most.Units) e.Expect("the step", (most - least).Value / High, e["per"]);
        e.Expect("the operand in steps", e.Operands.Single().X.Value / e["per"].Value, e["scaled"]);
        Storing.AddsUp(e);
    }
}
