using Convscope.Core.Layout;

namespace Convscope.Rendering.Colours;

/// <summary>
/// The colours of maps. Both arms of the diverging palette follow the same curve of lightness and chroma (<see cref="Ramp"/>)
/// at two hues, 260° (blue) and 50° (orange): opposite values look equally strong, and people who confuse red and green,
/// or see no blue well, can tell the signs apart.
/// </summary>
public static class Palettes
{
    /// <summary>
    /// Levels on each side of zero. Each arm is 0.60 long in OKLab, so a step of 1/64 is 0.009, about half of what an eye can just tell
    /// apart (0.02); and the hundred maps of a Tiny VGG take 100 to 109 KB as PNG instead of 127 to 140 KB with all 127 levels.
    /// </summary>
    public const int DefaultLevels = 64;

    private static readonly byte[] DivergingTable = MakeDiverging();
    private static readonly byte[] GreyTable = [.. Enumerable.Range(0, 256).SelectMany(i => new[] { (byte)i, (byte)i, (byte)i })];
    private static readonly byte[] ProbabilityTable = MakeProbability();

    /// <summary>Red, green and blue of every colour, first to last.</summary>
    public static ReadOnlySpan<byte> Table(PaletteName palette) => palette switch
    {
        PaletteName.Grey => GreyTable,
        PaletteName.Probability => ProbabilityTable,
        _ => DivergingTable,
    };

    /// <summary>How many colours there are.</summary>
    public static int Count(PaletteName palette) => Table(palette).Length / 3;

    /// <summary>
    /// The place of a value's colour in the table. On a diverging scale zero has the middle place, whatever the scale's ends;
    /// infinities have the ends, and what is not a number has the first.
    /// </summary>
    /// <param name="scale">Which values the palette's ends stand for.</param>
    /// <param name="palette">The palette; only the diverging one is thinned out.</param>
    /// <param name="value">The value.</param>
    /// <param name="levels">How many of the diverging palette's colours are used on each side of zero, 1 to 127.</param>
    public static int IndexOf(ColourScale scale, PaletteName palette, double value, int levels = DefaultLevels)
    {
        var last = Count(palette) - 1;
        if (palette != PaletteName.Diverging) return Nearest(scale.Position(value) * last);
        var level = Nearest(((scale.Position(value) * 2) - 1) * levels);
        return (last / 2) + Nearest((double)level * (last / 2) / levels);
    }

    /// <summary>The colour of a value.</summary>
    public static (byte Red, byte Green, byte Blue) ColourOf(ColourScale scale, PaletteName palette, double value) =>
        At(palette, IndexOf(scale, palette, value));

    /// <summary>The colour of a value as CSS writes it: <c>#rrggbb</c>.</summary>
    public static string CssColour(ColourScale scale, PaletteName palette, double value) =>
        CssOf(palette, IndexOf(scale, palette, value));

    /// <summary>The colour at a place of the table as CSS writes it: <c>#rrggbb</c>.</summary>
    public static string CssOf(PaletteName palette, int index)
    {
        var (red, green, blue) = At(palette, index);
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    private static (byte Red, byte Green, byte Blue) At(PaletteName palette, int index)
    {
        var table = Table(palette);
        return (table[index * 3], table[(index * 3) + 1], table[(index * 3) + 2]);
    }

    /// <summary>Half away from zero, so that signs are treated alike; much faster than Math.Round. Not a number gives 0.</summary>
    private static int Nearest(double value) => (int)(value + (value < 0 ? -0.5 : 0.5));

    private static byte[] MakeDiverging()
    {
        var negative = Arm(260).Colours(128);
        var positive = Arm(50).Colours(128);
        return ToBytes([.. negative.Reverse(), .. positive.Skip(1)]);

        static Ramp Arm(double hue) => new(hue, (0.57, 0.19), (0.41, 0.102));
    }

    private static byte[] MakeProbability() => ToBytes(new Ramp(300, (0.66, 0.18), (0.30, 0.14)).Colours(256));

    private static byte[] ToBytes((double Red, double Green, double Blue)[] colours) =>
        [.. colours.SelectMany(colour => new[] { ToByte(colour.Red), ToByte(colour.Green), ToByte(colour.Blue) })];

    private static byte ToByte(double channel) => (byte)Math.Round(Math.Clamp(channel, 0, 1) * 255);
}
