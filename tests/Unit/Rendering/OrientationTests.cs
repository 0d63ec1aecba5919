using SkiaSharp;

namespace Convscope.Tests.Unit.Rendering;

public sealed class OrientationTests
{
    /// <summary>Greys of the stored quarters: top left, top right, bottom left, bottom right.</summary>
    private static readonly int[] Stored = [0, 255, 90, 180];

    /// <summary>Upright corners (top left, top right, bottom left, bottom right) by the table of the Exif standard.</summary>
    [Theory]
    [InlineData(1, new[] { 0, 255, 90, 180 })]
    [InlineData(2, new[] { 255, 0, 180, 90 })]
    [InlineData(3, new[] { 180, 90, 255, 0 })]
    [InlineData(4, new[] { 90, 180, 0, 255 })]
    [InlineData(5, new[] { 0, 90, 255, 180 })]
    [InlineData(6, new[] { 90, 0, 180, 255 })]
    [InlineData(7, new[] { 180, 255, 90, 0 })]
    [InlineData(8, new[] { 255, 180, 0, 90 })]
    public void Exif_orientation_is_applied(int orientation, int[] corners)
    {
        const int width = 48, height = 32;
        var values = new List<int>();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var grey = Stored[(y * 2 / height * 2) + (x * 2 / width)];
                values.AddRange([grey, grey, grey]);
            }
        }

        var jpeg = Pixels.Encode(Pixels.Picture(width, height, [.. values]), SKEncodedImageFormat.Jpeg);
        var upright = Pixels.Decode(WithOrientation(jpeg, (byte)orientation));
        Assert.Equal(orientation >= 5 ? (height, width) : (width, height), (upright.Width, upright.Height));
        for (var corner = 0; corner < 4; corner++)
        {
            int x = corner % 2 == 0 ? 2 : upright.Width - 3, y = corner < 2 ? 2 : upright.Height - 3;
            Assert.InRange(upright.Rgba[((y * upright.Width) + x) * 4], corners[corner] - 8, corners[corner] + 8);
        }
    }

    /// <summary>Puts an Exif segment that holds only the orientation behind the start-of-image marker.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }
}
