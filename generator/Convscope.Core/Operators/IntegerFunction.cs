using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// A function of one number between whole numbers: what they stand for, the function of it, stored again. ONNX Runtime's QLinearLeakyRelu
/// and QLinearSigmoid, and any other between dequantised numbers. Inputs: the operand, its step and zero point (left out where it is a
/// fraction), the output's step and zero point, and the function's own.
/// </summary>
[OnnxOperator("QLinearLeakyRelu", "QLinearSigmoid", "QLinearFunction", SettingsFrom = 1, Axes = AxisRule.Cellwise,
    Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerFunction : Operator, IFunctionOfOne, IStores
{
    private const string Prefix = "QLinear";

    private readonly UnitFunction _function;
    private readonly Quantiser? _from;
    private readonly Quantiser _to;

    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">A step depends on the picture, or no such function is known.</exception>
    public IntegerFunction(NodeDescription node)
    {
        _from = node.Constants.ContainsKey(1) ? Quantiser.Of(node, 1) : null;
        _to = Quantiser.Of(node, 3);
        var constants = node.Constants.Where(pair => pair.Key > 4).ToDictionary(pair => pair.Key - 4, pair => pair.Value);
        var inner = OperatorCatalog.Create(node with
        {
            OpType = node.Text("function", node.OpType[Prefix.Length..]),
            Constants = constants
        });
        if (inner is not UnitFunction function || (_from?.Steps.Length ?? 1) + _to.Steps.Length != 2) throw new NotSupportedException();
        _function = function;
    }

    /// <inheritdoc/>
    public override string Kind => "integer-function";

    /// <inheritdoc/>
    public override Phrase Title => new("in_whole_numbers", _function.Title);

    /// <inheritdoc/>
    public Quantiser Stores => _to;

    /// <inheritdoc/>
    public Phrase Meaning => _function.Meaning;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [.. _function.Settings, .. _to.Settings("output_step", "output_zero_point")];

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Activate;

    /// <inheritdoc/>
    public Phrase Formula
    {
        get
        {
            var of = _from is null ? "{x}" : "(({x} − {centre}) × {in_per})";
            return $"({_function.Formula.ToString().Replace("{x}", of, StringComparison.Ordinal)}) / {{per}}";
        }
    }

    /// <inheritdoc/>
    public double Apply(double x, int unit) => _to.Store((float)Scaled(x, unit), unit);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var size = inputs[0].Shape.MapSize;
        return [.. inputs[0].Values.Select((x, i) => Apply(x, i / size))];
    }

    /// <summary>Where the last bit of the function decides, one whole number.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var size = inputs[0].Shape.MapSize;
        var scaled = inputs[0].Values.Select((x, i) => Scaled(x, i / size)).ToArray();
        var bounds = Rounding.OfSteps(scaled, i => Math.Abs(scaled[i]));
        return [.. bounds.Select((bound, i) => (double)
            (_to.Store((float)(scaled[i] + bound), i / size) - _to.Store((float)(scaled[i] - bound), i / size)))];
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var x = inputs[0][cell];
        var e = With(new(Kind, cell, [], null, new(output[cell], 0)), x, cell, 0);
        return Storing.End(e, _to, Scaled(x, cell.Unit), shown =>
        {
            for (var more = 0; more < 12; more++)
            {
                var tried = With(e, x, cell, more);
                var equation = ShownEquation.Of(tried with { Extras = tried.Extras.SetItem("scaled", shown) }, Formula.ToString());
                equation.Expect("the fraction", Calculator.Evaluate(equation.Formula), equation["scaled"]);
                if (equation.Faults.Count == 0) return tried;
            }

            return null;
        });
    }

    /// <summary>How its equation adds up: the formula gives the fraction that is rounded.</summary>
    public static void AddsUp(ShownEquation e)
    {
        e.Expect(e.Formula, Calculator.Evaluate(e.Formula), e["scaled"]);
        Storing.AddsUp(e);
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(new
    {
        inner = _function.Describe().Settings, from = _from?.Describe(), to = _to.Describe(),
    });

    /// <inheritdoc/>
    public override object? Describe(int unit) => new
    {
        formula = _function.Formula.ToString(), constants = _function.Constants(unit).ToDictionary(pair => pair.Key, pair => pair.Value),
        from = _from?.Describe(unit), to = _to.Describe(unit),
    };

    private double Scaled(double x, int unit)
    {
        var real = _from is null ? (float)x : _from.Real(x, unit);
        return (float)_function.Apply(real, unit) / _to.Step(unit);
    }

    private Explanation With(Explanation e, double x, Cell cell, int more)
    {
        Number Digits(double value) => Number.Whole(value) is var whole ? whole with { Decimals = whole.Decimals + (more / 2) } : default;
        var operand = new Number(x, _from is null ? Storing.Digits(x) + more : 0);
        var extras = _function.Constants(cell.Unit).ToImmutableDictionary(constant => constant.Key, constant => Digits(constant.Value))
            .SetItem("per", Digits(_to.Step(cell.Unit)));
        if (_from is not null)
            extras = extras.SetItem("centre", new(_from.Zero(cell.Unit), 0)).SetItem("in_per", Digits(_from.Step(cell.Unit)));
        return e with { Parts = [new Part(0, cell.Unit, [new Term(operand, null, cell)], operand)], Extras = extras };
    }
}
