using Convscope.Core.Layout;
using Convscope.Rendering.Colours;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PalettesTests
{
    [Theory]
    [InlineData(1e-30)]
    [InlineData(0.7)]
    [InlineData(3.4e38)]
    public void Zero_is_exactly_the_middle_colour(double magnitude)
    {
        Assert.Equal(255, Palettes.Count(PaletteName.Diverging));
        foreach (var levels in new[] { 1, 64, 127 })
            Assert.Equal(127, Palettes.IndexOf(ColourScale.Diverging(magnitude), PaletteName.Diverging, 0, levels));
    }

    [Fact]
    public void Zero_is_near_white_and_without_a_tint()
    {
        var (red, green, blue) = Palettes.ColourOf(ColourScale.Diverging(1), PaletteName.Diverging, 0);
        Assert.InRange(red, 248, 253);
        Assert.Equal((red, red), (green, blue));
    }

    [Fact]
    public void Opposite_values_are_equally_far_from_zero_and_equally_light()
    {
        var scale = ColourScale.Diverging(2);
        for (var value = 0.0; value <= 2; value += 0.01)
        {
            var above = Palettes.IndexOf(scale, PaletteName.Diverging, value);
            var below = Palettes.IndexOf(scale, PaletteName.Diverging, -value);
            Assert.Equal(254, above + below);
            Assert.InRange(Lab(PaletteName.Diverging, above).L - Lab(PaletteName.Diverging, below).L, -0.006, 0.006);
        }
    }

    [Fact]
    public void Steps_look_even_and_ends_stand_out()
    {
        foreach (var palette in new[] { PaletteName.Diverging, PaletteName.Probability })
        {
            var colours = Enumerable.Range(0, Palettes.Count(palette)).Select(i => Lab(palette, i)).ToArray();
            var steps = Enumerable.Range(0, colours.Length - 8).Select(i => Distance(colours[i], colours[i + 8])).ToArray();
            if (palette == PaletteName.Diverging) steps = [.. steps[..119], .. steps[128..]]; // around zero the path turns
            Assert.True(steps.Max() / steps.Min() < 1.35, $"{palette}: {steps.Min()} to {steps.Max()}");
            Assert.True(colours[0].L - colours[^1].L > 0.6 || colours[127].L - colours[0].L > 0.55);
        }
    }

    [Fact]
    public void Signs_differ_to_people_with_any_two_kinds_of_cones()
    {
        // Who lacks one kind of cones still sees blue against yellow or red against green: both axes of OKLab part the arms.
        for (var distance = 32; distance <= 127; distance++)
        {
            var (negative, positive) = (Lab(PaletteName.Diverging, 127 - distance), Lab(PaletteName.Diverging, 127 + distance));
            Assert.True(positive.B - negative.B > 0.1 && positive.A - negative.A > 0.045, $"{distance}: {negative} and {positive}");
        }
    }

    [Fact]
    public void Values_beyond_the_ends_and_not_numbers_have_colours()
    {
        var scale = ColourScale.Diverging(1);
        Assert.Equal(254, Palettes.IndexOf(scale, PaletteName.Diverging, double.PositiveInfinity));
        Assert.Equal(0, Palettes.IndexOf(scale, PaletteName.Diverging, double.NegativeInfinity));
        Assert.Equal(0, Palettes.IndexOf(scale, PaletteName.Diverging, double.NaN));
        foreach (var value in new[] { double.NaN, 0, 1, double.PositiveInfinity })
            Assert.InRange(Palettes.IndexOf(ColourScale.Diverging(double.PositiveInfinity), PaletteName.Diverging, value), 0, 254);
    }

    [Fact]
    public void Grey_shows_a_channel_as_it_is()
    {
        var scale = ColourScale.Sequential(0, 255);
        for (var value = 0; value < 256; value++)
            Assert.Equal(((byte)value, (byte)value, (byte)value), Palettes.ColourOf(scale, PaletteName.Grey, value));
        Assert.Equal("#804020".Length, Palettes.CssColour(scale, PaletteName.Grey, 1).Length);
        Assert.Equal("#0a0a0a", Palettes.CssColour(scale, PaletteName.Grey, 10));
    }

    [Fact]
    public void Colours_stay_as_they_were_chosen() =>
        Assert.Equal(
            ["#274981", "#fafafa", "#753609", "#3b0f67"],
            [
                Palettes.CssOf(PaletteName.Diverging, 0), Palettes.CssOf(PaletteName.Diverging, 127),
                Palettes.CssOf(PaletteName.Diverging, 254), Palettes.CssOf(PaletteName.Probability, 255),
            ]);

    private static (double L, double A, double B) Lab(PaletteName palette, int index)
    {
        var rgb = Palettes.Table(palette).Slice(index * 3, 3);
        double r = Linear(rgb[0]), g = Linear(rgb[1]), b = Linear(rgb[2]);
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    private static double Linear(byte value) =>
        value <= 10 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);

    private static double Distance((double L, double A, double B) p, (double L, double A, double B) q) =>
        Math.Sqrt(Math.Pow(p.L - q.L, 2) + Math.Pow(p.A - q.A, 2) + Math.Pow(p.B - q.B, 2));
}
