using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Views;

/// <summary>The exercises of one kind.</summary>
/// <param name="Kind">The operator's kind, or what else is practised.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Exercises">The exercises.</param>
public sealed record PracticeView(string Kind, string Title, ImmutableArray<ExerciseView> Exercises);

/// <summary>An exercise in words.</summary>
/// <param name="Number">Which of its kind, from 1.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Given">The numbers to work with.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Form">How it is to be given: so many decimals.</param>
/// <param name="Steps">The way to it, a line each.</param>
/// <param name="From">Where its numbers are from, or empty.</param>
/// <param name="Url">The page of the unit that the cell is of, or empty.</param>
public sealed record ExerciseView(
    int Number, string Question, ImmutableArray<GivenView> Given, Number Answer, string Form, ImmutableArray<string> Steps, string From,
    string Url);

/// <summary>A grid of numbers.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Rows">The numbers, row by row.</param>
public sealed record GivenView(string Name, ImmutableArray<ImmutableArray<GivenCellView>> Rows)
{
    /// <summary>A grid in words, each number tinted by its share of the largest.</summary>
    public static GivenView Of(GivenNumbers given, Words words)
    {
        var largest = given.Rows.SelectMany(row => row).Max(number => Math.Abs(number.Value));
        string Tint(Number number) => Number.Format(largest > 0 ? number.Value / largest : 0, 2).Replace('\u2212', '-');
        return new(words[given.Name],
            [.. given.Rows.Select(row => row.Select(number => new GivenCellView(number, Tint(number))).ToImmutableArray())]);
    }
}

/// <summary>One number of a grid.</summary>
/// <param name="Value">The number.</param>
/// <param name="Tint">How much of the largest it is, from -1 to 1.</param>
public sealed record GivenCellView(Number Value, string Tint);

/// <summary>The way to a worksheet.</summary>
/// <param name="Number">Which.</param>
/// <param name="Url">Its page.</param>
public sealed record WorksheetView(int Number, string Url);
