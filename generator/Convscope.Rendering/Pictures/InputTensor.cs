using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Rendering.Pictures;

/// <summary>Turns pixels into the numbers that a network reads.</summary>
public static class InputTensor
{
    /// <summary>Brings a picture to an input's size and makes its numbers, each of them <see cref="Preprocessing.Apply"/> of a pixel's
    /// channel.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="shape">The input's shape <c>(C, H, W)</c>.</param>
    /// <param name="preprocessing">What is done to it.</param>
    /// <param name="source">Where the preprocessing is declared, for errors.</param>
    /// <returns>What the network sees, as red, green, blue of every pixel, row by row, and its numbers.</returns>
    /// <exception cref="DiagnosticException"><see cref="DiagnosticCodes.InputMismatch"/>: the preprocessing gives another number of
    /// channels.</exception>
    public static (byte[] Seen, Tensor Input) Of(Picture picture, Shape shape, Preprocessing preprocessing, SourceSpan? source = null)
    {
        CheckCrop(preprocessing, shape, source);
        var seen = PictureResizer.Resize(picture, shape.Width, shape.Height, preprocessing);
        var sources = SourcesOf(preprocessing, shape.Units, source);
        var alpha = sources.Contains(ChannelSource.Alpha) ? PictureResizer.Alpha(picture, shape.Width, shape.Height, preprocessing) : [];
        return (seen, From(seen, alpha, shape, preprocessing, sources));
    }

    /// <summary>Makes the input of shape <c>(C, H, W)</c> of an opaque picture that has its size.</summary>
    /// <param name="rgb">Red, green, blue of every pixel, row by row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="preprocessing">What is done to the values.</param>
    /// <param name="channels">How many channels the model's input has.</param>
    /// <param name="source">Where the preprocessing is declared, for errors.</param>
    /// <exception cref="DiagnosticException">
    /// <see cref="DiagnosticCodes.InputMismatch"/>: the preprocessing doesn't give that many channels.
    /// </exception>
    /// <exception cref="ArgumentException">The number of bytes isn't three a pixel.</exception>
    public static Tensor From(byte[] rgb, int height, int width, Preprocessing preprocessing, int channels, SourceSpan? source = null)
    {
        if (rgb.Length != (long)height * width * 3)
            throw new ArgumentException($"{rgb.Length} bytes for {width} × {height} pixels of three", nameof(rgb));
        return From(rgb, [], new(channels, height, width), preprocessing, SourcesOf(preprocessing, channels, source));
    }

    /// <summary>How bright a colour is, rounded to a whole number as imaging libraries do.</summary>
    public static byte Luma(byte red, byte green, byte blue, GreyWeights weights = GreyWeights.Bt601) => weights == GreyWeights.Bt709
        ? (byte)(((13933 * red) + (46871 * green) + (4732 * blue) + 32768) >> 16)
        : (byte)(((19595 * red) + (38470 * green) + (7471 * blue) + 32768) >> 16);

    private static Tensor From(byte[] rgb, byte[] alpha, Shape shape, Preprocessing preprocessing, ImmutableArray<ChannelSource> sources)
    {
        var pixels = shape.MapSize;
        var values = new float[shape.Count];
        for (var channel = 0; channel < shape.Units; channel++)
        {
            var table = new float[256];
            for (var value = 0; value < 256; value++) table[value] = (float)preprocessing.Apply(value, channel);
            var plane = values.AsSpan(channel * pixels, pixels);
            switch (sources[channel])
            {
                case ChannelSource.Luminance:
                    for (var i = 0; i < pixels; i++) plane[i] =
                        table[Luma(rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2], preprocessing.Grey)];
                    break;
                case ChannelSource.Alpha:
                    for (var i = 0; i < pixels; i++) plane[i] = table[alpha.Length == 0 ? byte.MaxValue : alpha[i]];
                    break;
                case var colour:
                    for (var i = 0; i < pixels; i++) plane[i] = table[rgb[(i * 3) + (int)colour]];
                    break;
            }
        }

        return new(shape, values);
    }

    /// <summary>What each channel takes, once the declarations are found to fit.</summary>
    private static ImmutableArray<ChannelSource> SourcesOf(Preprocessing preprocessing, int channels, SourceSpan? source)
    {
        CheckCount("mean", preprocessing.Mean, channels, preprocessing.Preset, source);
        CheckCount("std", preprocessing.Std, channels, preprocessing.Preset, source);
        if (preprocessing.Std.Contains(0)) throw Mismatch("std holds a 0, which can't be divided by", source);
        if (InputChannels.Of(preprocessing.Channels, channels) is { } sources) return sources;
        var order = preprocessing.Channels.ToString()!.ToUpperInvariant();
        var advice = channels switch
        {
            1 => "declare GRAY",
            3 => "declare RGB or BGR",
            4 => "declare none, and they are red, green, blue and opacity",
            _ => "declare none, and they take the colours in turn",
        };
        throw Mismatch($"{order} pictures have {Count(order == "GRAY" ? 1 : 3)}, but the model's input has {channels}; {advice}", source);
    }

    /// <summary>A crop leaves what the input has room for, and nothing else.</summary>
    private static void CheckCrop(Preprocessing preprocessing, Shape shape, SourceSpan? source)
    {
        if (preprocessing.Crop is not { } crop) return;
        var whose = Whose(preprocessing.Preset);
        if (crop.Side > 0 && (crop.Side, crop.Side) != (shape.Height, shape.Width))
        {
            throw Mismatch(
                $"the crop leaves {crop.Side} × {crop.Side} pixels{whose}, but the model's input has {shape.Height} × {shape.Width}; "
                + "say how this model's pictures are made, such as 'resize: 256' (its shorter side) and no crop, or 'resize: stretch'",
                    source);
        }

        if (crop.Share > 0 && preprocessing.Resize.Height > 0)
            throw Mismatch($"a crop of a share goes before a resize to the input's size, and not with 'resize: {preprocessing.Resize.Height}'; leave one of them out{whose}", source);
    }

    private static string Whose(string preset) => preset.Length > 0 ? $" (the preset is '{preset}')" : "";

    private static void CheckCount(string name, ImmutableArray<double> values, int channels, string preset, SourceSpan? source)
    {
        if (values.Length <= 1 || values.Length == channels) return;
        throw Mismatch($"{name} has {values.Length} numbers{Whose(preset)}, but the model's input has {Count(channels)}", source);
    }

    private static string Count(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";

    private static DiagnosticException Mismatch(string message, SourceSpan? source) => new(DiagnosticCodes.InputMismatch, message, source);
}
