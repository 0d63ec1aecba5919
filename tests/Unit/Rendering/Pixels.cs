using System.Runtime.InteropServices;
using Convscope.Core.Diagnostics;
using Convscope.Rendering.Pictures;
using SkiaSharp;

namespace Convscope.Tests.Unit.Rendering;

/// <summary>Pictures to test with, and a second opinion (Skia's) on those that were written.</summary>
internal static class Pixels
{
    public static readonly SourceSpan File = new("images/x");

    public static Picture Decode(byte[] file) => PictureDecoder.Decode(file, File, new DecoderLimits());

    /// <summary>A picture of opaque RGB or, with four values a pixel, RGBA.</summary>
    public static Picture Picture(int width, int height, params int[] values) =>
        values.Length == width * height * 4
            ? new(width, height, [.. values.Select(v => (byte)v)])
            : new(width, height, [.. values.Chunk(3).SelectMany(p => new[] { (byte)p[0], (byte)p[1], (byte)p[2], (byte)255 })]);

    /// <summary>A picture that no codec can make small, the same every time.</summary>
    public static Picture Noise(int width, int height)
    {
        var values = new byte[width * height * 4];
        new Random(7).NextBytes(values);
        for (var i = 3; i < values.Length; i += 4) values[i] = 255;
        return new(width, height, values);
    }

    public static byte[] Encode(Picture picture, SKEncodedImageFormat format, int quality = 100)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        Marshal.Copy(picture.Rgba, 0, bitmap.GetPixels(), picture.Rgba.Length);
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>Red, green, blue of every pixel of a PNG, as Skia reads it.</summary>
    public static (int Width, int Height, byte[] Rgb) ReadBack(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return (bitmap.Width, bitmap.Height, [.. bitmap.Pixels.SelectMany(p => new[] { p.Red, p.Green, p.Blue })]);
    }

    public static byte[] Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Convscope.slnx"))) folder = folder.Parent!;
        return System.IO.File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "fixtures", "pictures", name));
    }

    public static Diagnostic Refused(Action action) =>
        Assert.Single(Assert.Throws<DiagnosticException>(action).Diagnostics);
}
