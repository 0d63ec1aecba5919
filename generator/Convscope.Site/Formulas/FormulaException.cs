namespace Convscope.Site.Formulas;

/// <summary>A formula that can't be read.</summary>
/// <param name="problem">What is wrong, and what would be right.</param>
/// <param name="at">Where in the formula: the index of the first character that is wrong.</param>
public sealed class FormulaException(string problem, int at) : Exception(problem)
{
    /// <summary>The index of the first character that is wrong.</summary>
    public int At { get; } = at;
}
