using Convscope.Core.Network;
using Convscope.Rendering.Pictures;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PixelPlaceTests
{
    [Fact]
    public void StretchCoversAll() =>
        Assert.Equal(new PixelPlace(0, 0, 1 / 10.0, 1 / 20.0), PictureResizer.PlaceOf(200, 50, 20, 10, ResizeMode.Stretch));

    [Fact]
    public void CoverBeginsInsideThePicture()
    {
        var place = PictureResizer.PlaceOf(200, 100, 10, 10, ResizeMode.Cover);
        Assert.Equal(new PixelPlace(0, 0.25, 0.1, 0.05), place);
    }

    [Fact]
    public void ContainBeginsOutsideThePicture()
    {
        var place = PictureResizer.PlaceOf(200, 100, 10, 10, ResizeMode.Contain);
        Assert.Equal((-0.4, 0.0, 0.2, 0.1), (Math.Round(place.Top, 9), place.Left, place.Down, place.Right));
    }
}
