using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Texts;

namespace Convscope.Core.Practice;

/// <summary>
/// Something to work out by hand: numbers of the network's own, rounded to few digits, and the answer that these shown digits give.
/// </summary>
/// <param name="Question">What is asked.</param>
/// <param name="Given">The numbers to work with.</param>
/// <param name="Answer">What they give.</param>
/// <param name="Steps">How, a line each, in the same signs in every language.</param>
/// <param name="Slips">What comes out if one step goes wrong.</param>
public sealed record Exercise(
    Phrase Question, ImmutableArray<GivenNumbers> Given, Number Answer, ImmutableArray<string> Steps, ImmutableArray<Slip> Slips)
{
    /// <summary>How far an answer may be off: one unit of the last digit; not at all where it is a whole number.</summary>
    public double Tolerance => Answer.Decimals > 0 ? Tens.Power(-Answer.Decimals) : 0;

    /// <summary>An exercise whose answer is known exactly.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="given">The numbers to work with.</param>
    /// <param name="answer">What they give.</param>
    /// <param name="steps">How.</param>
    /// <param name="slips">What wrong ways give; those that lead to the answer all the same, or where another one does, are left
    /// out.</param>
    public static Exercise Of(
        Phrase question, IEnumerable<GivenNumbers> given, Number answer, IEnumerable<string> steps, params Slip[] slips)
    {
        var exercise = new Exercise(question, [.. given], answer, [.. steps], []);
        var least = Math.Max(2.5 * exercise.Tolerance, 0.5 * Tens.Power(-answer.Decimals - 1));
        var told = new List<Slip>();
        foreach (var slip in slips.Where(slip => double.IsFinite(slip.Value) && Math.Abs(slip.Value - answer.Exact) > least))
        {
            if (told.TrueForAll(other => Math.Abs(other.Value - slip.Value) > least))
                told.Add(slip with { Value = Number.Round(slip.Value, answer.Decimals + 2) });
        }

        return exercise with { Slips = [.. told] };
    }
}

/// <summary>A grid of numbers with a name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Rows">The numbers, row by row, as they are shown.</param>
public sealed record GivenNumbers(Phrase Name, ImmutableArray<ImmutableArray<Number>> Rows)
{
    /// <summary>One number alone.</summary>
    public static GivenNumbers One(string name, Number number) => new(new(name), [[number]]);

    /// <summary>Numbers in rows of so many.</summary>
    public static GivenNumbers Grid(string name, IEnumerable<Number> numbers, int columns) =>
        new(new(name), [.. numbers.Chunk(columns).Select(row => row.ToImmutableArray())]);
}

/// <summary>A step that went wrong.</summary>
/// <param name="Key">Which: <c>no_bias</c>.</param>
/// <param name="Value">What comes out then.</param>
public sealed record Slip(string Key, double Value);

/// <summary>An operator of which a cell can be worked out by hand.</summary>
public interface IPractised
{
    /// <summary>Whether its sums are short enough.</summary>
    bool IsPractised { get; }

    /// <summary>The exercise of one cell; null where it would teach nothing, such as a sum of zeros.</summary>
    /// <param name="input">What the layer reads.</param>
    /// <param name="output">What it gave.</param>
    /// <param name="cell">The cell.</param>
    Exercise? Practise(Tensors.Tensor input, Tensors.Tensor output, Tensors.Cell cell);
}
