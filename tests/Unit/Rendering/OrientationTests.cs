using Convscope.Core.Network;
using Convscope.Rendering.Pictures;
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

        var stored = Pixels.Picture(width, height, [.. values]);
        foreach (var file in Files(stored, orientation)) Check(file, stored, orientation, corners);
    }

    /// <summary>What a file may hold: little-endian, in a WebP with or without a header, no number of the standard, lengths that lead
    /// nowhere.</summary>
    [Fact]
    public void What_cannot_be_an_orientation_is_none()
    {
        var picture = Pixels.Noise(4, 2);
        var jpeg = Pixels.Encode(picture, SKEncodedImageFormat.Jpeg);
        foreach (var orientation in new[] { 0, 9, 255 }) Assert.Equal(1, Pixels.Decode(Jpeg(jpeg, Tiff(orientation))).Orientation);
        byte[] far = [.. "MM"u8, 0, 42, 0xFF, 0xFF, 0xFF, 0xF0];
        byte[] many = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0xFF, 0xFF];
        foreach (var tiff in new byte[][] { [], far, many, Tiff(6)[..12] }) Assert.Equal(1, Pixels.Decode(Jpeg(jpeg, tiff)).Orientation);
        Assert.Equal(8, Pixels.Decode(Jpeg(jpeg, LittleTiff(8))).Orientation);
    }

    /// <summary>What an author puts beside a chapter is published as it is, and browsers don't turn a WebP.</summary>
    [Fact]
    public void The_size_of_a_picture_is_that_which_browsers_show()
    {
        var files = Files(Pixels.Noise(48, 32), 6).Select(PictureSize.Of).ToArray();
        Assert.Equal([(32, 48), (32, 48), (48, 32), (48, 32)], files);
    }

    private static void Check(byte[] file, Picture stored, int orientation, int[] corners)
    {
        var (width, height) = (stored.Width, stored.Height);
        var lying = PictureDecoder.Decode(file, Pixels.File, new DecoderLimits(), OrientationUse.Ignore);
        Assert.Equal((width, height, orientation), (lying.Width, lying.Height, lying.Orientation));
        Assert.InRange(lying.Rgba[4], stored.Rgba[4] - 8, stored.Rgba[4] + 8);

        var upright = Pixels.Decode(file);
        Assert.Equal(orientation >= 5 ? (height, width) : (width, height), (upright.Width, upright.Height));
        for (var corner = 0; corner < 4; corner++)
        {
            int x = corner % 2 == 0 ? 2 : upright.Width - 3, y = corner < 2 ? 2 : upright.Height - 3;
            Assert.InRange(upright.Rgba[((y * upright.Width) + x) * 4], corners[corner] - 8, corners[corner] + 8);
        }
    }

    private static IEnumerable<byte[]> Files(Picture picture, int orientation)
    {
        var tiff = Tiff(orientation);
        yield return Jpeg(Pixels.Encode(picture, SKEncodedImageFormat.Jpeg), tiff);
        yield return Png(Pixels.Encode(picture, SKEncodedImageFormat.Png), tiff);
        var webp = Pixels.Encode(picture, SKEncodedImageFormat.Webp);
        yield return WebP(webp, picture, tiff);
        yield return WebP(webp, picture, [.. "Exif\0\0"u8, .. LittleTiff(orientation)]);
    }

    private static byte[] Tiff(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    /// <summary>Another tag comes first, and the number has four bytes.</summary>
    private static byte[] LittleTiff(int orientation) =>
        [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0, 0x00, 0x01, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0, 0x12, 0x01, 4, 0, 1, 0, 0, 0,
            (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Puts an Exif segment behind the start-of-image marker.</summary>
    private static byte[] Jpeg(byte[] jpeg, byte[] tiff)
    {
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    /// <summary>Puts an eXIf chunk behind the header.</summary>
    private static byte[] Png(byte[] png, byte[] tiff)
    {
        const int header = 8 + 12 + 13;
        return [.. png[..header], .. RawPng.Chunk("eXIf", tiff), .. png[header..]];
    }

    /// <summary>Makes an extended WebP of a simple one, with an EXIF chunk at the end.</summary>
    private static byte[] WebP(byte[] webp, Picture picture, byte[] exif)
    {
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x08, 0, 0, 0, (byte)(picture.Width - 1), 0, 0, (byte)(picture.Height - 1), 0, 0];
        byte[] body = [.. "WEBP"u8, .. extended, .. webp[12..], .. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. exif];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }
}
