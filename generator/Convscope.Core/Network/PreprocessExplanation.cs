using Convscope.Core.Explain;

namespace Convscope.Core.Network;

/// <summary>
/// How a pixel's value of 0 to 255 becomes a number of the input: where it is inverted <c>255 − pixel = value</c>, then
/// <c>value × scale = p</c>, <c>(p − mean) ÷ std = y</c>. The decimals
/// do for all 256 values, so that they stay while the cell moves.
/// </summary>
/// <param name="Pixel">The pixel's own value, 0 to 255.</param>
/// <param name="Value">The value that is scaled: the pixel's, or what it lacks to 255.</param>
/// <param name="Scale">The factor.</param>
/// <param name="Scaled">Their product.</param>
/// <param name="Mean">What is subtracted.</param>
/// <param name="Std">What is divided by.</param>
/// <param name="Result">The input's number.</param>
public sealed record PreprocessExplanation(Number Pixel, Number Value, Number Scale, Number Scaled, Number Mean, Number Std, Number Result)
{
    private const int MostOfScale = 15;

    /// <summary>A factor that has no end after so many decimals gets only those that it needs.</summary>
    private const int MostOfWhole = 12;

    /// <summary>The equation of one pixel's value in one channel.</summary>
    public static PreprocessExplanation Of(Preprocessing preprocessing, int channel, int pixel)
    {
        double Result(double value) => preprocessing.Apply(preprocessing.Facing(value), channel);
        var value = preprocessing.Facing(pixel);
        double scale = preprocessing.Scale, mean = preprocessing.MeanOf(channel), std = preprocessing.StdOf(channel);
        var y = Decimals.ForMagnitude(Math.Max(Math.Abs(preprocessing.Apply(0, channel)), Math.Abs(preprocessing.Apply(255, channel)))) + 1;
        var p = Decimals.ForMagnitude(Math.Abs(255 * scale)) + 1;
        var (ofMean, ofStd) = (Fewest(mean), Fewest(std));
        while (p < MostOfScale && !All(v => Decimals.IsWithinOne(
            (Number.Round(v * scale, p) - Number.Round(mean, ofMean)) / Number.Round(std, ofStd), Number.Round(Result(v), y), y))) p++;
        var s = Fewest(scale, MostOfWhole);
        while (s < MostOfScale && !All(v => Decimals.IsWithinOne(v * Number.Round(scale, s), Number.Round(v * scale, p), p))) s++;
        return new(
            new(pixel, 0), new(value, 0), new(scale, s), new(value * scale, p), new(mean, ofMean), new(std, ofStd),
                new((float)Result(value), y));
    }

    private static bool All(Func<int, bool> holds) => Enumerable.Range(0, 256).All(holds);

    /// <summary>The fewest decimals that give the number itself; where it has no end, a few.</summary>
    private static int Fewest(double number, int limit = 8)
    {
        for (var decimals = 0; decimals < limit; decimals++)
        {
            if (Math.Abs(Number.Round(number, decimals) - number) < 1e-12) return decimals;
        }

        return limit == MostOfWhole ? 4 : limit;
    }
}
