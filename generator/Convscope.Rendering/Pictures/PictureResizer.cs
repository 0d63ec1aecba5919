using Convscope.Core.Network;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Brings a picture to the size that a network reads. Whole-number arithmetic throughout: the same bytes on every machine.
/// </summary>
public static class PictureResizer
{
    private const int Channels = 3;

    /// <summary>
    /// Composites a picture over a background and scales it. Where the size already fits, opaque pixels pass through untouched.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Columns wanted, at least 1.</param>
    /// <param name="height">Rows wanted, at least 1.</param>
    /// <param name="mode">How other proportions are treated.</param>
    /// <param name="background">What shows through and around: <c>0xRRGGBB</c>.</param>
    /// <returns>Red, green, blue of every pixel, row by row.</returns>
    public static byte[] Resize(Picture picture, int width, int height, ResizeMode mode, int background)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var (takenWidth, takenHeight) = mode == ResizeMode.Cover
            ? Fit(width, height, picture.Width, picture.Height)
            : (picture.Width, picture.Height);
        var (givenWidth, givenHeight) = mode == ResizeMode.Contain
            ? Fit(picture.Width, picture.Height, width, height)
            : (width, height);

        var columns = Weights.Of((picture.Width - takenWidth) / 2, takenWidth, givenWidth);
        var rows = Weights.Of((picture.Height - takenHeight) / 2, takenHeight, givenHeight);
        var scaled = Scale(picture, columns, rows, background);
        return (givenWidth, givenHeight) == (width, height)
            ? scaled
            : Centre(scaled, givenWidth, givenHeight, width, height, background);
    }

    /// <summary>How opaque each pixel of the resized picture is, 0 to 255, row by row; what a contained picture leaves free is see-through.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Columns wanted, at least 1.</param>
    /// <param name="height">Rows wanted, at least 1.</param>
    /// <param name="mode">How other proportions are treated.</param>
    public static byte[] Alpha(Picture picture, int width, int height, ResizeMode mode)
    {
        var grey = new byte[picture.Rgba.Length];
        for (var i = 0; i < grey.Length; i += 4)
        {
            grey.AsSpan(i, Channels).Fill(picture.Rgba[i + Channels]);
            grey[i + Channels] = byte.MaxValue;
        }

        var rgb = Resize(picture with { Rgba = grey }, width, height, mode, background: 0);
        return [.. Enumerable.Range(0, width * height).Select(i => rgb[i * Channels])];
    }

    /// <summary>Where each pixel of the result lies on the picture; outside 0 to 1 it is background.</summary>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="newWidth">Columns of the result.</param>
    /// <param name="newHeight">Rows of the result.</param>
    /// <param name="mode">How other proportions are treated.</param>
    public static PixelPlace PlaceOf(int width, int height, int newWidth, int newHeight, ResizeMode mode)
    {
        var (takenWidth, takenHeight) = mode == ResizeMode.Cover ? Fit(newWidth, newHeight, width, height) : (width, height);
        var (givenWidth, givenHeight) = mode == ResizeMode.Contain ? Fit(width, height, newWidth, newHeight) : (newWidth, newHeight);
        double down = (double)takenHeight / givenHeight / height, right = (double)takenWidth / givenWidth / width;
        var top = ((height - takenHeight) / 2 / (double)height) - ((newHeight - givenHeight) / 2 * down);
        var left = ((width - takenWidth) / 2 / (double)width) - ((newWidth - givenWidth) / 2 * right);
        return new(top, left, down, right);
    }

    /// <summary>The largest size of the given proportions inside a box.</summary>
    internal static (int Width, int Height) Fit(int width, int height, int boxWidth, int boxHeight) =>
        (long)width * boxHeight >= (long)height * boxWidth
            ? (boxWidth, Share(height, boxWidth, width))
            : (Share(width, boxHeight, height), boxHeight);

    private static int Share(int value, int numerator, int denominator) =>
        (int)Math.Max(1, ((2L * value * numerator) + denominator) / (2L * denominator));

    /// <summary>
    /// Scales across, then down, and rounds once. A source row is scaled across when first needed and kept while neighbours need it.
    /// </summary>
    private static byte[] Scale(Picture picture, Weights columns, Weights rows, int background)
    {
        var stride = columns.Pixels.Length * Channels;
        var output = new byte[stride * rows.Pixels.Length];
        var flat = new byte[picture.Width * Channels];
        var sums = new long[stride];
        var kept = new (int Row, long[] Values)[] { (-1, new long[stride]), (-1, new long[stride]) };
        var total = (long)columns.Total * rows.Total;
        for (var y = 0; y < rows.Pixels.Length; y++)
        {
            var (first, shares) = rows.Pixels[y];
            Array.Clear(sums);
            for (var i = 0; i < shares.Length; i++)
            {
                ref var line = ref kept[(first + i) & 1];
                if (line.Row != first + i)
                {
                    Flatten(picture, first + i, background, flat);
                    Across(flat, columns, line.Values);
                    line.Row = first + i;
                }

                for (var x = 0; x < stride; x++) sums[x] += line.Values[x] * shares[i];
            }

            for (var x = 0; x < stride; x++) output[(y * stride) + x] = (byte)((sums[x] + (total / 2)) / total);
        }

        return output;
    }

    private static void Across(byte[] row, Weights columns, long[] sums)
    {
        for (var x = 0; x < columns.Pixels.Length; x++)
        {
            var (first, shares) = columns.Pixels[x];
            long red = 0, green = 0, blue = 0;
            var at = first * Channels;
            foreach (var share in shares)
            {
                red += (long)row[at++] * share;
                green += (long)row[at++] * share;
                blue += (long)row[at++] * share;
            }

            (sums[x * 3], sums[(x * 3) + 1], sums[(x * 3) + 2]) = (red, green, blue);
        }
    }

    /// <summary>One row composited over the background, rounded to the nearest.</summary>
    private static void Flatten(Picture picture, int row, int background, byte[] flat)
    {
        var source = picture.Rgba.AsSpan(row * picture.Width * 4, picture.Width * 4);
        for (int x = 0, at = 0; x < source.Length; x += 4)
        {
            int alpha = source[x + 3];
            for (var channel = 0; channel < Channels; channel++)
            {
                var behind = Channel(background, channel);
                flat[at++] = (byte)(((source[x + channel] * alpha) + (behind * (255 - alpha)) + 127) / 255);
            }
        }
    }

    private static byte[] Centre(byte[] rgb, int width, int height, int newWidth, int newHeight, int background)
    {
        var output = new byte[newWidth * newHeight * Channels];
        for (var i = 0; i < output.Length; i++) output[i] = Channel(background, i % Channels);
        int left = (newWidth - width) / 2, top = (newHeight - height) / 2;
        for (var y = 0; y < height; y++)
            rgb.AsSpan(y * width * Channels, width * Channels).CopyTo(output.AsSpan((((top + y) * newWidth) + left) * Channels));
        return output;
    }

    private static byte Channel(int colour, int channel) => (byte)(colour >> (16 - (8 * channel)));
}

/// <summary>Places of a resized picture's pixels on the picture it was made from, as shares of its sides.</summary>
/// <param name="Top">Where row 0 begins.</param>
/// <param name="Left">Where column 0 begins.</param>
/// <param name="Down">Height of a row.</param>
/// <param name="Right">Width of a column.</param>
public sealed record PixelPlace(double Top, double Left, double Down, double Right);
