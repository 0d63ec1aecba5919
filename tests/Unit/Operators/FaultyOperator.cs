using Convscope.Core.Explain;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Tests.Unit.Operators;

/// <summary>Where an operator may be wrong.</summary>
public enum Fault
{
    /// <summary>One cell of its forward pass.</summary>
    Forward,

    /// <summary>The result of its equations.</summary>
    Result,

    /// <summary>An operand of its equations.</summary>
    Operand,

    /// <summary>Which cells it says that it reads.</summary>
    Reading,

    /// <summary>Its name, which no language has.</summary>
    Words,
}

/// <summary>An operator that is wrong on purpose in one place, and right in all others.</summary>
internal sealed class FaultyOperator(Operator inner, Fault fault) : Operator
{
    public override string Kind => inner.Kind;

    public override Phrase Title => fault == Fault.Words ? new("operator_of_nobody") : inner.Title;

    public override IReadOnlyList<Setting> Settings => inner.Settings;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inner.OutputShape(inputs);

    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var output = inner.Forward(inputs);
        if (fault == Fault.Forward && output is not null) output[^1] += 0.001 * Math.Max(1, Math.Abs(output[^1]));
        return output;
    }

    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => inner.Bounds(inputs, exact);

    public override Reading ReadingOf(int input, Shape inputShape) => fault != Fault.Reading ? inner.ReadingOf(input, inputShape)
        : new AxisReading(unit => new(unit), row => new(row + 1), column => new(column + 1));

    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        if (inner.Explain(inputs, output, cell) is not { } e) return null;
        if (fault == Fault.Result) return e with { Result = new(e.Result.Exact + (3 * Tens.Power(-e.Result.Decimals)), e.Result.Decimals) };
        if (fault != Fault.Operand || e.Parts.FirstOrDefault(part => part.Terms.Length > 0 && part.Input >= 0) is not { } part) return e;
        var term = part.Terms[^1];
        var wrong = part with
        {
            Terms = part.Terms.SetItem(part.Terms.Length - 1,
            term with { X = new(term.X.Exact + 1, term.X.Decimals) })
        };
        return e with { Parts = e.Parts.Replace(part, wrong) };
    }
}
