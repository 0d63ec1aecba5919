using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Pictures of every kind that a reader may have, most of them made here.</summary>
public static class LivePictures
{
    private const int Width = 90, Height = 61;

    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["koala.png"] = () => Source("content/images/koala.png"),
        ["progressive.jpg"] = () => Source("tests/fixtures/pictures/progressive.jpg"),
        ["animated.webp"] = () => Source("tests/fixtures/pictures/animated.webp"),
        ["opaque.jpg"] = () => Drawn(SKEncodedImageFormat.Jpeg, isOpaque: true, quality: 85),
        ["opaque.png"] = () => Drawn(SKEncodedImageFormat.Png, isOpaque: true),
        ["lossy.webp"] = () => Drawn(SKEncodedImageFormat.Webp, isOpaque: true, quality: 80),
        ["see-through.png"] = () => Drawn(SKEncodedImageFormat.Png, isOpaque: false),
        ["see-through.webp"] = () => Drawn(SKEncodedImageFormat.Webp, isOpaque: false),
        ["turned-3.jpg"] = () => WithJpegOrientation(Drawn(SKEncodedImageFormat.Jpeg, isOpaque: true, quality: 90), 3),
        ["turned-6.jpg"] = () => WithJpegOrientation(Drawn(SKEncodedImageFormat.Jpeg, isOpaque: true, quality: 90), 6),
        ["turned-5.png"] = () => WithPngOrientation(Drawn(SKEncodedImageFormat.Png, isOpaque: true), 5),
        ["turned-7.webp"] = () => WithWebPOrientation(Drawn(SKEncodedImageFormat.Webp, isOpaque: false), 7),
        ["turned-8.png"] = () => WithPngOrientation(Drawn(SKEncodedImageFormat.Png, isOpaque: true), 8),
    };

    /// <summary>All of them, by file name.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>One of them.</summary>
    public static byte[] Read(string name) => All[name]();

    /// <summary>One in four printing colours, which decoders mix with another rounding.</summary>
    public static byte[] Printed => Source("tests/fixtures/pictures/cmyk-red.jpg");

    /// <summary>A file that is none.</summary>
    public static byte[] Broken(string kind) => kind switch
    {
        "empty" => [],
        "pdf" => "%PDF-1.7\n%âãÏÓ\n"u8.ToArray(),
        "cut short" => Read("progressive.jpg")[..^200],
        "cut short png" => Read("opaque.png")[..60],
        _ => "Dear diary, today I saw a koala."u8.ToArray(),
    };

    private static byte[] Source(string path) => File.ReadAllBytes(Path.Combine(Repository.Root, path));

    /// <summary>Slow shades, hard edges and grain; see-through ones in all shares from 1 to 255.</summary>
    private static byte[] Drawn(SKEncodedImageFormat format, bool isOpaque, int quality = 100)
    {
        var alpha = isOpaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, alpha));
        var values = new byte[Width * Height * 4];
        for (var i = 0; i < values.Length; i++)
        {
            var (pixel, channel) = (i / 4, i % 4);
            var (x, y) = (pixel % Width, pixel / Width);
            values[i] = channel == 3
                ? (byte)(isOpaque ? 255 : 1 + ((x + (y * 7)) % 255))
                : (byte)(((x * (3 - channel)) + (y * (1 + channel)) + (((x / 13) + (y / 17)) % 2 * 70) + (pixel * 7919 % 29)) % 256);
        }

        Marshal.Copy(values, 0, bitmap.GetPixels(), values.Length);
        using var data = format == SKEncodedImageFormat.Webp && !isOpaque
            ? bitmap.PeekPixels()!.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100))
            : bitmap.Encode(format, quality);
        return data!.ToArray();
    }

    private static byte[] Exif(byte orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] WithJpegOrientation(byte[] jpeg, byte orientation)
    {
        byte[] body = [.. "Exif\0\0"u8, .. Exif(orientation)];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    private static byte[] WithPngOrientation(byte[] png, byte orientation)
    {
        const int behindHeader = 33;
        var (length, checksum) = (new byte[4], new byte[4]);
        byte[] chunk = [.. Encoding.ASCII.GetBytes("eXIf"), .. Exif(orientation)];
        BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(chunk));
        return [.. png[..behindHeader], .. length, .. chunk, .. checksum, .. png[behindHeader..]];
    }

    private static byte[] WithWebPOrientation(byte[] webP, byte orientation)
    {
        var exif = Exif(orientation);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, exif.Length);
        byte[] file = [.. webP, .. "EXIF"u8, .. length, .. exif];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    /// <summary>Of a PNG's chunk (W3C, PNG, annex D).</summary>
    private static uint Checksum(byte[] bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++) checksum = (checksum & 1) != 0 ? (checksum >> 1) ^ 0xEDB88320 : checksum >> 1;
        }

        return ~checksum;
    }
}
