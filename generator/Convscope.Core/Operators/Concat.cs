using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>Puts the units of several layers one after another. https://onnx.ai/onnx/operators/onnx__Concat.html</summary>
[OnnxOperator("Concat")]
public sealed class Concat : Operator
{
    private readonly int[] _units;

    /// <summary>Reads a node that joins units.</summary>
    /// <exception cref="NotSupportedException">It joins along another axis, or an operand is constant.</exception>
    public Concat(NodeDescription node)
    {
        _units = [.. node.InputShapes.Select(shape => shape.Units)];
        if (node.Constants.Count > 0 || _units.Sum() != node.OutputShape.Units || node.InputShapes.Any(shape => shape.MapSize != node.OutputShape.MapSize))
            throw new NotSupportedException();
    }

    /// <summary>Joins layers of these many units each.</summary>
    public Concat(ImmutableArray<int> units) => _units = [.. units];

    /// <inheritdoc/>
    public override string Kind => "concat";

    /// <inheritdoc/>
    public override string Title => "Concatenation";

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs.Select(shape => shape.Units).SequenceEqual(_units) && inputs.All(shape => shape.Sizes.Skip(1).SequenceEqual(inputs[0].Sizes.Skip(1)))
            ? new([_units.Sum(), .. inputs[0].Sizes.Skip(1)])
            : throw new ArgumentException($"the shapes {string.Join(" and ", inputs)} can't be put one after another");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => [.. inputs.SelectMany(input => input.Values).Select(value => (double)value)];

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape)
    {
        var before = _units.Take(input).Sum();
        return output with
        {
            FirstUnit = Math.Max(output.FirstUnit - before, 0),
            LastUnit = Math.Min(output.LastUnit - before, _units[input] - 1),
        };
    }

    /// <inheritdoc/>
    public override bool Reads(int unit, int input)
    {
        var before = _units.Take(input).Sum();
        return unit >= before && unit < before + _units[input];
    }

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var (input, unit) = (0, cell.Unit);
        while (unit >= _units[input]) unit -= _units[input++];
        var from = cell with { Unit = unit };
        var decimals = Decimals.ForMagnitude(output.Magnitude);
        var result = new Number(output[cell], decimals);
        return new(Kind, cell, [new Part(input, unit, [new Term(new(inputs[input][from], decimals), null, from)], result)], null, result);
    }
}
