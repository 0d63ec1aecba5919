using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Tensors;

namespace Convscope.Inference.Reading;

/// <summary>
/// The sides of a picture that a network with dense layers was made for, told from what the runtime says when another is fed: how many
/// numbers a dense layer has weights for grows with the picture's area.
/// </summary>
internal static partial class FittingSides
{
    /// <summary>Convolutions without padding take some of a side off, pools round it.</summary>
    private const int Around = 14;

    private const int Most = 1024, Least = 8;

    /// <summary>Sides to try, the likeliest first; none where nothing is told.</summary>
    /// <param name="refusal">What the runtime said.</param>
    /// <param name="tried">What was fed.</param>
    public static IReadOnlyList<int> Of(string refusal, Shape tried)
    {
        if (tried.Height != tried.Width || Counts(refusal) is not { One: > 0, Other: > 0 } counts) return [];
        var ratios = new[] { (double)counts.One / counts.Other, (double)counts.Other / counts.One };
        return [.. ratios.SelectMany(ratio => Near((int)Math.Round(tried.Height * Math.Sqrt(ratio))))
            .Where(side => side is >= Least and <= Most && side != tried.Height).Distinct()];
    }

    private static IEnumerable<int> Near(int side) =>
        Enumerable.Range(-Around, (2 * Around) + 1).OrderBy(Math.Abs).Select(off => side + off);

    private static (long One, long Other)? Counts(string refusal)
    {
        if (Unified().Match(refusal) is { Success: true } unified)
            return (Number(unified.Groups[1].Value), Number(unified.Groups[2].Value));
        return Reshaped().Match(refusal) is { Success: true } reshaped
            ? (Product(reshaped.Groups[1].Value), Product(reshaped.Groups[2].Value)) : null;
    }

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long Product(string sizes) => sizes.Split(',').Select(size => Number(size.Trim()))
        .Where(size => size is > 0 and < int.MaxValue).Aggregate(1L, (product, size) => product > int.MaxValue ? 0 : product * size);

    [GeneratedRegex(@"unification between (\d+) and (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Unified();

    [GeneratedRegex(@"Input shape:\{([\d,]+)\}, requested shape:\{([\d,-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reshaped();
}
