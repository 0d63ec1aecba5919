using System.Buffers.Binary;
using SkiaSharp;

namespace Convscope.Tests.Cli.Support;

/// <summary>Pictures of all kinds, drawn when needed.</summary>
internal static class Pictures
{
    /// <summary>A PNG with a gradient over one colour.</summary>
    public static byte[] Png(int width, int height, byte red, byte green, byte blue, byte alpha = 255) =>
        Encode(width, height, red, green, blue, alpha, SKEncodedImageFormat.Png);

    public static byte[] Jpeg(int width, int height) => Encode(width, height, 200, 120, 40, 255, SKEncodedImageFormat.Jpeg);

    public static byte[] Webp(int width, int height) => Encode(width, height, 40, 180, 90, 255, SKEncodedImageFormat.Webp);

    public static byte[] GreyPng(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var i = 0; i < width * height; i++) bitmap.GetPixelSpan()[i] = (byte)(i * 7);
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    /// <summary>A PNG with these greys, row by row.</summary>
    public static byte[] Grey(int width, int height, params byte[] values)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        for (var i = 0; i < values.Length; i++) bitmap.SetPixel(i % width, i / width, new SKColor(values[i], values[i], values[i]));
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    /// <summary>A JPEG whose EXIF says that it must be turned.</summary>
    public static byte[] RotatedJpeg(int width, int height, byte orientation)
    {
        var jpeg = Jpeg(width, height);
        byte[] exif =
        [
            0xff, 0xe1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>A small file whose header promises a picture of any size.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var png = Png(4, 4, 1, 2, 3);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] Encode(int width, int height, byte red, byte green, byte blue, byte alpha, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var shade = (x + (2 * y)) % 32;
                bitmap.SetPixel(x, y, new SKColor((byte)Math.Max(0, red - shade), (byte)Math.Min(255, green + shade), blue, alpha));
            }
        }

        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>CRC-32 as PNG has it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
        }

        return ~crc;
    }
}
