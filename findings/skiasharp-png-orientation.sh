#!/usr/bin/env bash
# SkiaSharp 4.155.0: the orientation that a PNG carries in its eXIf chunk isn't read (EncodedOrigin says TopLeft), while the same Exif block in a
# JPEG is. Browsers turn both, so that a program that draws what a browser shows has to read the chunk itself.
. "$(dirname "$0")/lib/expect.sh"
seen='JPEG: RightTop
PNG: TopLeft'
expect SkiaSharp@4.155.0 SkiaSharp.NativeAssets.Linux.NoDependencies@4.155.0 System.IO.Hashing@10.0.0 <<'PROGRAM'
using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;
// Big-endian TIFF with one entry: orientation (0x0112), a short, 6: turn to the right.
byte[] tiff = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
using var bitmap = new SKBitmap(4, 2, SKColorType.Rgba8888, SKAlphaType.Opaque);
var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
byte[] exif = [.. "Exif\0\0"u8, .. tiff];
byte[] app1 = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
Show("JPEG", [.. jpeg[..2], .. app1, .. jpeg[2..]]);
var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
Show("PNG", [.. png[..33], .. Chunk("eXIf"u8, tiff), .. png[33..]]);

static void Show(string name, byte[] file)
{
    using var codec = SKCodec.Create(new MemoryStream(file));
    Console.WriteLine($"{name}: {codec.EncodedOrigin}");
}

static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
{
    var chunk = new byte[data.Length + 12];
    BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
    type.CopyTo(chunk.AsSpan(4));
    data.CopyTo(chunk, 8);
    BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
    return chunk;
}
PROGRAM
