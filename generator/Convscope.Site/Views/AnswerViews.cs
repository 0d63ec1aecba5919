using System.Collections.Immutable;
using Convscope.Core.Explain;

namespace Convscope.Site.Views;

/// <summary>What a network's answer is, drawn: one record a kind, each with a template <c>partials/answer-{kind}.html</c>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">How it was read off the numbers, as a sentence.</param>
public abstract record AnswerView(string Kind, string Text);

/// <summary>A number of the answer and where it stands.</summary>
/// <param name="Value">The number.</param>
/// <param name="Url">The unit's page at its cell; empty where it has none.</param>
public sealed record AnswerNumberView(Number Value, string Url);

/// <summary>Boxes on the picture.</summary>
/// <param name="Width">Columns of the picture.</param>
/// <param name="Height">Rows of it.</param>
/// <param name="Boxes">The boxes, the surest first.</param>
/// <param name="Text">How they were read.</param>
public sealed record BoxesAnswerView(int Width, int Height, ImmutableArray<BoxView> Boxes, string Text) : AnswerView("boxes", Text);

/// <summary>A box.</summary>
/// <param name="Label">Its class.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="X">Its left side, in columns of the picture.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Score">How sure the network is.</param>
/// <param name="Factors">The numbers that the score is the product of.</param>
/// <param name="Numbers">The four numbers that the box is made of.</param>
public sealed record BoxView(
    string Label, string Colour, string X, string Y, string Width, string Height, Number Score, ImmutableArray<AnswerNumberView> Factors,
    ImmutableArray<AnswerNumberView> Numbers);

/// <summary>A class for each place.</summary>
/// <param name="Map">Route of the mask.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Classes">The classes that occur, the largest first.</param>
/// <param name="Text">How it was read.</param>
public sealed record MaskAnswerView(string Map, int Width, int Height, ImmutableArray<MaskClassView> Classes, string Text)
    : AnswerView("mask", Text);

/// <summary>A class of a mask.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Share">Its share of the places.</param>
/// <param name="Count">How many places.</param>
/// <param name="Url">The page of its map; empty where it has none.</param>
public sealed record MaskClassView(string Label, string Colour, string Share, int Count, string Url);

/// <summary>Points on the picture.</summary>
/// <param name="Width">Columns of the picture.</param>
/// <param name="Height">Rows of it.</param>
/// <param name="Points">The points.</param>
/// <param name="Text">How they were read.</param>
public sealed record PointsAnswerView(int Width, int Height, ImmutableArray<PointView> Points, string Text) : AnswerView("points", Text);

/// <summary>A point.</summary>
/// <param name="X">Its column of the picture.</param>
/// <param name="Y">Its row.</param>
/// <param name="Column">The number that it is made of.</param>
/// <param name="Row">The same of its row.</param>
public sealed record PointView(string X, string Y, AnswerNumberView Column, AnswerNumberView Row);

/// <summary>A picture that the network made.</summary>
/// <param name="Map">Route of it.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">The pages of its channels.</param>
/// <param name="Text">How it was made.</param>
public sealed record PictureAnswerView(string Map, int Width, int Height, ImmutableArray<CrumbView> Channels, string Text)
    : AnswerView("picture", Text);

/// <summary>A line of text.</summary>
/// <param name="Line">The line.</param>
/// <param name="Steps">What was read at each step.</param>
/// <param name="Text">How it was read.</param>
public sealed record TextAnswerView(string Line, ImmutableArray<TextStepView> Steps, string Text) : AnswerView("text", Text);

/// <summary>A step of a line of text.</summary>
/// <param name="Step">Which.</param>
/// <param name="Letter">The likeliest letter, or that there is none.</param>
/// <param name="IsKept">Whether it is one of the line.</param>
/// <param name="Number">Its number.</param>
public sealed record TextStepView(int Step, string Letter, bool IsKept, AnswerNumberView Number);

/// <summary>How far a picture is from the others.</summary>
/// <param name="Rows">The others, the nearest first.</param>
/// <param name="Text">How it is measured.</param>
public sealed record DistancesAnswerView(ImmutableArray<DistanceView> Rows, string Text) : AnswerView("distances", Text);

/// <summary>How far another picture is.</summary>
/// <param name="Picture">It.</param>
/// <param name="Cosine">The cosine of the angle between both.</param>
/// <param name="Euclidean">The distance of both.</param>
public sealed record DistanceView(PictureView Picture, Number Cosine, Number Euclidean);
