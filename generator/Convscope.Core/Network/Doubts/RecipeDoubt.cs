using System.Collections.Immutable;
using System.Globalization;

namespace Convscope.Core.Network.Doubts;

/// <summary>A reason to think that the pictures aren't prepared as the network was trained.</summary>
/// <param name="Key">Which kind of reason; pages have a sentence for each, under <c>doubt_</c> and this.</param>
/// <param name="Message">The reason and what mends it, in English, for the build's output.</param>
/// <param name="Values">What the sentence names. Hostile until escaped.</param>
public sealed record RecipeDoubt(string Key, string Message, ImmutableArray<string> Values)
{
    /// <summary>A number as a sentence shows it.</summary>
    internal static string Text(double value) => (value + 0.0).ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>Numbers as a sentence shows them; those that are the same, once.</summary>
    internal static string Text(IEnumerable<double> values) => string.Join(", ", values.Distinct().Select(Text));
}

/// <summary>What a recipe makes of the values 0 and 255, over all channels.</summary>
/// <param name="Low">The smallest number of the input.</param>
/// <param name="High">The largest.</param>
internal readonly record struct RecipeRange(double Low, double High)
{
    /// <summary>How far the numbers reach.</summary>
    public double Span => High - Low;

    /// <summary>The range of a recipe.</summary>
    public static RecipeRange Of(Preprocessing recipe, int channels)
    {
        double[] ends = [.. Enumerable.Range(0, channels)
            .SelectMany(channel => new[] { recipe.Apply(0, channel), recipe.Apply(255, channel) })];
        return new(ends.Min(), ends.Max());
    }
}
