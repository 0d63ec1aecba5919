using Convscope.Core.Tensors;

namespace Convscope.Core.Explain;

/// <summary>One exact term of a sum, before decimals are chosen.</summary>
/// <param name="X">Operand.</param>
/// <param name="W">Weight, or null for a plain sum.</param>
/// <param name="From">The input cell.</param>
/// <param name="IsPadding">Whether the operand is a zero of the padding.</param>
public readonly record struct SumTerm(double X, double? W, Cell From, bool IsPadding = false);

/// <summary>One exact part of a sum, before decimals are chosen.</summary>
/// <param name="Input">Which input of the layer.</param>
/// <param name="Unit">Which unit of it, or -1.</param>
/// <param name="Terms">Its terms; empty for the rest of a long sum.</param>
public sealed record SumPart(int Input, int Unit, SumTerm[] Terms)
{
    /// <summary>The exact sum of the part.</summary>
    public double Sum { get; init; } = Terms.Sum(term => term.X * (term.W ?? 1));

    /// <summary>Rows of the window, or 0.</summary>
    public int Rows { get; init; }

    /// <summary>Columns of the window, or 0.</summary>
    public int Columns { get; init; }

    /// <summary>Inputs that a part without terms stands for.</summary>
    public int Count { get; init; }

    /// <summary>One part a product: the largest in their order, then one for all others.</summary>
    /// <param name="count">How many products there are.</param>
    /// <param name="termOf">The factors of one, which has two.</param>
    /// <param name="most">How many are named.</param>
    public static IReadOnlyList<SumPart> Largest(int count, Func<int, SumTerm> termOf, int most)
    {
        double Product(SumTerm term) => term.X * term.W!.Value;
        var order = Enumerable.Range(0, count).Select(i => (Place: i, Term: termOf(i)))
            .OrderByDescending(one => Math.Abs(Product(one.Term))).ThenBy(one => one.Place).Select(one => one.Term).ToArray();
        var named = order.Take(most).Select(term => new SumPart(0, term.From.Unit, [term]));
        if (order.Length <= most) return [.. named];
        var others = order.Skip(most);
        return [.. named, new(0, -1, []) { Sum = others.Sum(Product), Count = order.Length - most }];
    }
}

/// <summary>Makes the explanation of anything that is a sum of parts.</summary>
public static class SumExplanation
{
    /// <summary>Chooses the decimals and puts the numbers together.</summary>
    public static Explanation Of(string kind, Cell cell, IReadOnlyList<SumPart> parts, double? bias, double result, int decimals)
    {
        var d = Decimals.ForSum(parts, bias ?? 0, result, Decimals.Start(decimals));
        return With(kind, cell, parts, bias, result, d);
    }

    /// <summary>Puts the numbers together with decimals already chosen.</summary>
    public static Explanation With(string kind, Cell cell, IReadOnlyList<SumPart> parts, double? bias, double result, Decimals d) => new(
        kind, cell, [.. parts.Select(part => Shown(part, d))],
        bias is { } b ? new Number(b, d.P) : null, new Number(result, d.Y));

    private static Part Shown(SumPart part, Decimals d) => new(
        part.Input, part.Unit,
        [.. part.Terms.Select(term => new Term(new(term.X, d.X), term.W is { } w ? new Number(w, d.W) : null, term.From, term.IsPadding))],
        new(part.Sum, d.P))
    {
        Rows = part.Rows, Columns = part.Columns, Count = part.Count,
    };
}
