namespace Convscope.Site.Formulas;

/// <summary>A formula that can't be read.</summary>
/// <param name="problem">What is wrong, and what would be right.</param>
/// <param name="at">Where in the formula: the index of the first character that is wrong.</param>
/// <param name="name">A name that isn't known; empty where it isn't that.</param>
/// <param name="known">The names of its kind that are.</param>
public sealed class FormulaException(string problem, int at, string name = "", IEnumerable<string>? known = null) : Exception(problem)
{
    /// <summary>A name that isn't known; empty where it isn't that.</summary>
    public string Name { get; } = name;

    /// <summary>The names of its kind that are.</summary>
    public IReadOnlyList<string> Known { get; } = [.. known ?? []];

    /// <summary>The index of the first character that is wrong.</summary>
    public int At { get; } = at;
}
