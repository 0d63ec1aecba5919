using System.Xml.Linq;
using Convscope.Core.Layout;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;

namespace Convscope.Tests.Unit.Rendering;

public sealed class MapPictureTests
{
    [Fact]
    public void Every_cell_has_the_colour_of_its_value()
    {
        var map = Enumerable.Range(0, 13 * 11).Select(i => (float)Math.Sin(i) * 3).ToArray();
        map[5] = 0;
        foreach (var palette in Enum.GetValues<PaletteName>())
        {
            var scale = palette == PaletteName.Diverging ? ColourScale.Diverging(3) : ColourScale.Sequential(-3, 3);
            var png = MapPicture.Render(map, 13, 11, scale, palette);
            var (width, height, rgb) = Pixels.ReadBack(png);
            Assert.Equal((11, 13), (width, height));
            var wanted = map.Select(v => Palettes.ColourOf(scale, palette, v)).SelectMany(c => new[] { c.Red, c.Green, c.Blue });
            Assert.Equal(wanted, rgb);
            Assert.Equal(png, MapPicture.Render(map, 13, 11, scale, palette));
        }
    }

    [Fact]
    public void Infinities_and_what_is_not_a_number_are_painted()
    {
        float[] map = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0];
        var png = MapPicture.Render(map, 2, 2, ColourScale.Diverging(1), PaletteName.Diverging);
        var table = Palettes.Table(PaletteName.Diverging).ToArray();
        Assert.Equal([.. table[..3], .. table[^3..], .. table[..3], .. table[381..384]], Pixels.ReadBack(png).Rgb);
    }

    [Fact]
    public void Fewer_levels_give_fewer_colours()
    {
        var map = Enumerable.Range(0, 1000).Select(i => (i - 500) / 500f).ToArray();
        Assert.Equal(3, Colours(1));
        Assert.Equal(129, Colours(64));

        int Colours(int levels)
        {
            var png = MapPicture.Render(map, 1, 1000, ColourScale.Diverging(1), PaletteName.Diverging, levels);
            return Pixels.ReadBack(png).Rgb.Chunk(3).Select(p => (p[0], p[1], p[2])).Distinct().Count();
        }
    }

    [Fact]
    public void The_bar_names_its_ends_and_its_zero_with_true_minus_signs()
    {
        var svg = XElement.Parse(ColourBar.Svg(ColourScale.Diverging(1.5), PaletteName.Diverging, 2, "conv_1", "a"));
        Assert.Equal(["−1.50", "0", "1.50"], Named(svg, "text").Select(text => text.Value));
        var stops = Named(svg, "stop").ToArray();
        Assert.Equal(Palettes.CssOf(PaletteName.Diverging, 0), stops[0].Attribute("stop-color")!.Value);
        var middle = stops.Single(stop => stop.Attribute("offset")!.Value == "50%");
        Assert.Equal(Palettes.CssOf(PaletteName.Diverging, 127), middle.Attribute("stop-color")!.Value);
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name == "style");
    }

    [Fact]
    public void A_sequential_bar_names_its_middle_unless_that_would_repeat_an_end()
    {
        Assert.Equal(["0.0", "0.5", "1.0"], Texts(1));
        Assert.Equal(["0", "1"], Texts(0));

        string[] Texts(int decimals)
        {
            var svg = ColourBar.Svg(ColourScale.Sequential(0, 1), PaletteName.Probability, decimals, "p", "a");
            return [.. Named(XElement.Parse(svg), "text").Select(text => text.Value)];
        }
    }

    [Fact]
    public void A_hostile_label_stays_text()
    {
        const string label = "</title><script>alert(1)</script>\"'&\u0001";
        var svg = XElement.Parse(ColourBar.Svg(ColourScale.Diverging(1), PaletteName.Diverging, 2, label, "a"));
        Assert.Equal(label[..^1], Named(svg, "title").Single().Value);
        Assert.Empty(Named(svg, "script"));
    }

    [Fact]
    public void Ids_are_the_callers()
    {
        var svg = XElement.Parse(ColourBar.Svg(ColourScale.Diverging(1), PaletteName.Diverging, 2, "x", "bar-7"));
        Assert.All(svg.DescendantsAndSelf().Attributes("id"), id => Assert.StartsWith("bar-7-", id.Value, StringComparison.Ordinal));
        Assert.Equal("url(#bar-7-colours)", Named(svg, "rect").Single().Attribute("fill")!.Value);
        Assert.Equal("bar-7-title bar-7-range", svg.Attribute("aria-labelledby")!.Value);
    }

    private static IEnumerable<XElement> Named(XElement svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);
}
