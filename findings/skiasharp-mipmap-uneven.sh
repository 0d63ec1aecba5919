#!/usr/bin/env bash
# SkiaSharp 4.155.0: shrinking with mipmaps, the setting for large reductions, doesn't weigh all pixels alike: of a line that becomes one pixel,
# those in the middle count two to four times those at the ends, where an average over the area gives each pixel the same weight.
. "$(dirname "$0")/lib/expect.sh"
seen='3 pixels: 63 127 63; all: 255
5 pixels: 31 63 63 63 31; all: 255
7 pixels: 15 31 47 63 47 31 15; all: 255'
expect SkiaSharp@4.155.0 SkiaSharp.NativeAssets.Linux.NoDependencies@4.155.0 <<'PROGRAM'
using SkiaSharp;
var sampling = new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
int Shrunk(int length, Func<int, bool> isWhite)
{
    using var line = new SKBitmap(new SKImageInfo(length, 1, SKColorType.Rgba8888, SKAlphaType.Opaque));
    for (var i = 0; i < length; i++) line.SetPixel(i, 0, isWhite(i) ? SKColors.White : SKColors.Black);
    using var small = line.Resize(new SKImageInfo(1, 1, SKColorType.Rgba8888, SKAlphaType.Opaque), sampling);
    return small.GetPixel(0, 0).Red;
}

foreach (var length in new[] { 3, 5, 7 })
    Console.WriteLine($"{length} pixels: {string.Join(' ', Enumerable.Range(0, length).Select(at => Shrunk(length, i => i == at)))}; all: {Shrunk(length, _ => true)}");
PROGRAM
