#!/usr/bin/env bash
# SkiaSharp 4.155.0: drawing, copying or reading a colour picture as Gray8 weighs the channels by BT.709 (0.2126, 0.7152, 0.0722), not by the
# BT.601 of JPEG, PIL and OpenCV (0.299, 0.587, 0.114), and doesn't round: pure red is 53, where the exact BT.709 is 54.2 and BT.601 76.2.
. "$(dirname "$0")/lib/expect.sh"
seen='#ffff0000: drawn 53, copied 53, read 53
#ff00ff00: drawn 182, copied 182, read 182
#ff0000ff: drawn 18, copied 18, read 18
#ffc86432: drawn 117, copied 117, read 117'
expect SkiaSharp@4.155.0 SkiaSharp.NativeAssets.Linux.NoDependencies@4.155.0 <<'PROGRAM'
using SkiaSharp;
var greys = new SKImageInfo(1, 1, SKColorType.Gray8, SKAlphaType.Opaque);
foreach (var colour in new SKColor[] { new(255, 0, 0), new(0, 255, 0), new(0, 0, 255), new(200, 100, 50) })
{
    using var bitmap = new SKBitmap(new SKImageInfo(1, 1, SKColorType.Rgba8888, SKAlphaType.Opaque));
    bitmap.Erase(colour);
    using var drawn = new SKBitmap(greys);
    using (var canvas = new SKCanvas(drawn)) canvas.DrawBitmap(bitmap, 0, 0);
    using var copied = bitmap.Copy(SKColorType.Gray8);
    using var image = SKImage.FromBitmap(bitmap);
    using var read = new SKBitmap(greys);
    image.ReadPixels(greys, read.GetPixels(), read.RowBytes, 0, 0);
    Console.WriteLine($"{colour}: drawn {drawn.GetPixelSpan()[0]}, copied {copied.GetPixelSpan()[0]}, read {read.GetPixelSpan()[0]}");
}
PROGRAM
