namespace Convscope.Core.Explain;

/// <summary>How equations add up that several operators have; others are in their operators' files.</summary>
public static class EquationRules
{
    /// <summary>Products that add up to parts, and parts that add up, with a bias, to the result; and all operands at once.</summary>
    public static void Sum(ShownEquation e)
    {
        e.ExpectParts();
        var bias = e.Find("b") ?? ShownNumber.Zero;
        e.Expect("the parts and the bias", e.SumOfParts + bias, e.Result);
        if (e.Parts.Count(part => part.Terms.Count == 0) > 1) return;
        var direct = e.Parts.Aggregate(bias, (sum, part) => sum + (part.Terms.Count > 0 ? part.Sum : part.Value!.Value));
        e.Expect("all products and the bias", direct, e.Result);
    }

    /// <summary>A number that comes from one place.</summary>
    public static void Copy(ShownEquation e) => e.Expect("the copy", e.Parts.Single().Terms.Single().X, e.Result);

    /// <summary>One operand, or several, chosen by their order.</summary>
    public static void Chosen(ShownEquation e, Func<IEnumerable<double>, double> choose)
    {
        e.Expect("the choice", choose(e.Operands.Select(term => term.X.Value)), e.Result);
        foreach (var marked in e.Operands.Where(term => term.IsChosen)) e.Expect("the marked cell", marked.X, e.Result);
    }

    /// <summary>A function of the operands.</summary>
    public static void Of(ShownEquation e, Func<double[], double> function) =>
        e.Expect("the operands", function([.. e.Operands.Select(term => term.X.Value)]), e.Result);

    /// <summary>A formula with its numbers in place.</summary>
    public static void Formula(ShownEquation e) => e.Expect(e.Formula, Calculator.Evaluate(e.Formula), e.Result);
}
