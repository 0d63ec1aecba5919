using System.Collections.Immutable;
using Convscope.Core.Texts;

namespace Convscope.Core.Practice;

/// <summary>Exercises whose answers are whole numbers: the size of a map, and parameters.</summary>
public static class CountExercises
{
    /// <summary>How many rows a map has after a window has slid over it: <c>⌊(n + 2p − k) / s⌋ + 1</c>.</summary>
    /// <param name="rows">Rows of the input, n.</param>
    /// <param name="kernel">Rows of the window, k.</param>
    /// <param name="padding">Rows of padding above, and as many below, p.</param>
    /// <param name="stride">How far the window moves, s.</param>
    public static Exercise OfSize(int rows, int kernel, int padding, int stride)
    {
        var room = rows + (2 * padding) - kernel;
        var answer = (room / stride) + 1;
        var divided = room % stride == 0 ? $"{room} / {stride}" : $"⌊{room} / {stride}⌋";
        return Exercise.Of(new("pr_ask_size", rows, kernel, padding, stride), [], new(answer, 0),
            [$"{rows} + 2 × {padding} − {kernel} = {room}", $"{divided} + 1 = {room / stride} + 1 = {answer}"],
            new("no_padding", ((rows - kernel) / stride) + 1),
            new("padding_once", ((room - padding) / stride) + 1),
            new("no_one", answer - 1),
            new("no_floor", ((double)room / stride) + 1),
            new("rounded_up", ((room + stride - 1) / stride) + 1),
            new("no_stride", room + 1),
            new("kernel_kept", ((rows + (2 * padding)) / stride) + 1));
    }

    /// <summary>How many parameters a layer has, every unit of which weighs as many numbers.</summary>
    /// <param name="units">How many units it has.</param>
    /// <param name="weights">How many weights a unit has, as factors: channels, rows, columns; or inputs.</param>
    /// <param name="hasBias">Whether each unit has a bias besides.</param>
    public static Exercise OfParameters(int units, ImmutableArray<int> weights, bool hasBias)
    {
        long own = weights.Aggregate(1L, (product, factor) => product * factor), one = hasBias ? 1 : 0;
        var (answer, product) = (units * (own + one), string.Join(" × ", weights));
        var question = (weights.Length > 1 ? "pr_ask_kernels" : "pr_ask_neurons") + (hasBias ? "" : "_unbiased");
        return Exercise.Of(
            weights.Length > 1
                ? new(question, Units(units), new Phrase("pr_channels_read", weights[0]), Phrase.Sides(weights[^2], weights[^1]))
                : new(question, Units(units), weights[0]),
            [], new(answer, 0),
            hasBias ? [$"{product} + 1 = {own + 1}", $"{units} × {own + 1} = {answer}"] : [$"{units} × {product} = {answer}"],
            new("no_biases", hasBias ? units * own : double.NaN),
            new("one_bias", hasBias ? (units * own) + 1 : double.NaN),
            new("a_bias_unasked", hasBias ? double.NaN : units * (own + 1)),
            new("one_unit", own + one),
            new("one_channel", weights.Length > 1 ? units * ((own / weights[0]) + one) : double.NaN),
            new("no_units", weights.Length > 1 ? own / weights[0] : double.NaN));
    }

    private static Phrase Units(int count) => new("pr_units", count);
}
