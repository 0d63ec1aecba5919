using Convscope.Core.Network;

namespace Convscope.Tests.Unit.Rendering;

public sealed class PixelPlaceTests
{
    [Fact]
    public void StretchCoversAll() =>
        Assert.Equal(new PixelPlace(0, 0, 1 / 10.0, 1 / 20.0), Place(200, 50, 20, 10, new()));

    [Fact]
    public void CoverBeginsInsideThePicture() =>
        Assert.Equal(new PixelPlace(0, 0.25, 0.1, 0.05), Place(200, 100, 10, 10, new() { Resize = new(ResizeMode.Cover) }));

    [Fact]
    public void ContainBeginsOutsideThePicture()
    {
        var place = Place(200, 100, 10, 10, new() { Resize = new(ResizeMode.Contain) });
        Assert.Equal((-0.4, 0.0, 0.2, 0.1), (Math.Round(place.Top, 9), place.Left, place.Down, place.Right));
    }

    [Fact]
    public void ACropBeginsInsideThePicture()
    {
        // 200 × 100 becomes 16 × 8, of which columns 4 to 11 are left.
        var place = Place(200, 100, 8, 8, new() { Resize = new(ResizeMode.Shorter, 8, 8) });
        Assert.Equal((0.0, 0.25, 0.125, 0.0625), (place.Top, place.Left, place.Down, place.Right));
    }

    /// <summary>torchvision's <c>Resize</c> and <c>CenterCrop</c>: the longer side is rounded down, half of an odd surplus to the even
    /// number.</summary>
    [Theory]
    [InlineData(67, 64, 64, 64, 67, -2)]
    [InlineData(71, 64, 64, 64, 71, -4)]
    [InlineData(65, 64, 64, 64, 65, 0)]
    [InlineData(69, 64, 64, 64, 69, -2)]
    [InlineData(640, 427, 256, 224, 383, -80)]
    [InlineData(500, 333, 256, 224, 384, -80)]
    [InlineData(100, 50, 32, 48, 64, -8)]
    public void TheMiddleIsRoundedAsTheLibraryRoundsIt(int width, int height, int shorter, int input, int scaled, int left)
    {
        var place = PicturePlacement.Of(width, height, input, input, new() { Resize = new(ResizeMode.Shorter, shorter, shorter) });
        Assert.Equal((scaled, shorter, left), (place.Width, place.Height, place.X));
        Assert.Equal(shorter < input ? (input - shorter) / 2 : (int)-Math.Round((shorter - input) / 2.0), place.Y);
    }

    [Fact]
    public void AShareIsCutOutOfWhatIsLarger()
    {
        var place = PicturePlacement.Of(300, 600, 224, 224, new() { Resize = new(ResizeMode.Shorter), Crop = new(0, 0.875) });
        Assert.Equal((256, 512, -16, -144), (place.Width, place.Height, place.X, place.Y));
    }

    [Fact]
    public void CoverRoundsAsACropDoes() =>
        Assert.Equal(2, PicturePlacement.Of(67, 64, 64, 64, new() { Resize = new(ResizeMode.Cover) }).Left);

    private static PixelPlace Place(int width, int height, int newWidth, int newHeight, Preprocessing recipe) =>
        PicturePlacement.Of(width, height, newWidth, newHeight, recipe).PixelsOn(width, height);
}
