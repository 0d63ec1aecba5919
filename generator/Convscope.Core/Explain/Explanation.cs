using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Explain;

/// <summary>
/// The equation of one cell, with numbers whose decimals are chosen so that the shown operands give the shown result.
/// One shape serves all operators: parts, a bias, extra terms, a result. What a part means is the operator's.
/// </summary>
/// <param name="Kind">The operator's <c>Kind</c>.</param>
/// <param name="At">The cell explained.</param>
/// <param name="Parts">Partial results in order: a channel of a convolution, one input of a dense layer, one exponential of a
/// softmax.</param>
/// <param name="Bias">The bias, where the operator has one.</param>
/// <param name="Result">The cell's recorded value.</param>
public sealed record Explanation(string Kind, Cell At, ImmutableArray<Part> Parts, Number? Bias, Number Result)
{
    /// <summary>Named numbers that the equation also needs: <c>maximum</c>, <c>sum</c>, <c>mean</c>, <c>epsilon</c>.</summary>
    public ImmutableDictionary<string, Number> Extras { get; init; } = ImmutableDictionary<string, Number>.Empty;

    /// <summary>Index into the terms of the first part of the one that wins (max-pool), of parts of one term into those, or -1.</summary>
    public int Winner { get; init; } = -1;
}

/// <summary>One partial result and the terms it comes from.</summary>
/// <param name="Input">Which of the layer's inputs the terms come from.</param>
/// <param name="Unit">The input unit (channel) that the terms come from, or -1 when they come from several.</param>
/// <param name="Terms">The terms; empty for a part that only carries a sum (the rest of a long sum).</param>
/// <param name="Value">The partial result.</param>
public sealed record Part(int Input, int Unit, ImmutableArray<Term> Terms, Number Value)
{
    /// <summary>Rows of the window that the terms fill, row-major; 0 when they aren't a window.</summary>
    public int Rows { get; init; }

    /// <summary>Columns of the window.</summary>
    public int Columns { get; init; }

    /// <summary>How many inputs this part stands for, when it has no terms of its own.</summary>
    public int Count { get; init; }
}

/// <summary>One operand with its weight.</summary>
/// <param name="X">The operand.</param>
/// <param name="W">The weight, or null where the operator has none.</param>
/// <param name="From">The input cell that the operand is read from; outside the map when it is padding.</param>
/// <param name="IsPadding">True when the operand is a zero of the padding.</param>
public sealed record Term(Number X, Number? W, Cell From, bool IsPadding = false);
