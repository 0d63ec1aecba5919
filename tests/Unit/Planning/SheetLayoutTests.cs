using Convscope.Core.Layout;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;

namespace Convscope.Tests.Unit.Planning;

/// <summary>All units of a layer on one sheet.</summary>
public sealed class SheetLayoutTests
{
    [Theory]
    [InlineData(64, 112, 112)]
    [InlineData(512, 7, 7)]
    [InlineData(2048, 14, 14)]
    [InlineData(1000, 1, 1)]
    [InlineData(66, 3, 200)]
    public void It_fits_and_holds_every_unit(int units, int height, int width)
    {
        var sheet = SheetLayout.Of(new Shape(units, height, width));
        Assert.True(sheet.Columns % 10 == 0);
        Assert.InRange(sheet.Columns * sheet.Rows, units, units + sheet.Columns - 1);
        Assert.InRange(sheet.Columns * sheet.Rows * sheet.Height * sheet.Width, units, SheetLayout.MostPixels);
        Assert.InRange(sheet.Height, 1, Math.Min(height, SheetLayout.LongestSide));
        Assert.InRange(sheet.Width, 1, Math.Min(width, SheetLayout.LongestSide));
    }

    [Fact]
    public void A_pixel_is_the_mean_of_its_cells()
    {
        // Two units of 2 x 2 cells, each one pixel of the sheet: 1 and -1 on average.
        var activation = new Tensor(new Shape(2, 2, 2), [1, 1, 0, 2, -1, -1, -2, 0]);
        var picture = SheetPicture.Render(activation, new SheetLayout(2, 1, 1, 1), ColourScale.Diverging(1), PaletteName.Diverging);
        var expected = MapPicture.Render([1, -1], 1, 2, ColourScale.Diverging(1), PaletteName.Diverging, 15);
        Assert.Equal(expected, picture);
    }
}
