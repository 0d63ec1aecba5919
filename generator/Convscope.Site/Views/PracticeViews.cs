using System.Collections.Immutable;
using Convscope.Core.Explain;

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
public sealed record GivenView(string Name, ImmutableArray<ImmutableArray<Number>> Rows);
