#!/usr/bin/env bash
# SkiaSharp 4.155.0: a PNG of 8 bits a channel whose sBIT chunk says 5, 6, 5 significant bits is decoded to Rgb565 unless another colour type is
# asked for, so that the low bits that the file does hold are lost: 201, 102, 53 comes back as 206, 101, 49.
. "$(dirname "$0")/lib/expect.sh"
seen='without sBIT: #ffc96635
with sBIT: Rgb565, #ffce6531
with sBIT, Rgba8888 asked for: #ffc96635'
expect SkiaSharp@4.155.0 SkiaSharp.NativeAssets.Linux.NoDependencies@4.155.0 System.IO.Hashing@10.0.0 <<'PROGRAM'
using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;
using var bitmap = new SKBitmap(2, 2, SKColorType.Rgba8888, SKAlphaType.Opaque);
bitmap.Erase(new SKColor(201, 102, 53));
var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
byte[] chunk = [0, 0, 0, 3, .. "sBIT"u8, 5, 6, 5, 0, 0, 0, 0];
BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(11), Crc32.HashToUInt32(chunk.AsSpan(4, 7)));
byte[] marked = [.. png[..33], .. chunk, .. png[33..]];
using var plain = SKBitmap.Decode(new MemoryStream(png));
Console.WriteLine($"without sBIT: {plain.GetPixel(0, 0)}");
using var lossy = SKBitmap.Decode(new MemoryStream(marked));
Console.WriteLine($"with sBIT: {lossy.ColorType}, {lossy.GetPixel(0, 0)}");
using var whole = SKBitmap.Decode(new MemoryStream(marked), new SKImageInfo(2, 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
Console.WriteLine($"with sBIT, Rgba8888 asked for: {whole.GetPixel(0, 0)}");
PROGRAM
