using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Rendering.Pictures;

/// <summary>Turns pixels into the numbers that a network reads.</summary>
public static class InputTensor
{
    /// <summary>Makes the input of shape <c>(C, H, W)</c>; each value is <see cref="Preprocessing.Apply"/> of a pixel's channel.</summary>
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
        var order = OrderOf(preprocessing, channels, source);
        CheckCount("mean", preprocessing.Mean, channels, source);
        CheckCount("std", preprocessing.Std, channels, source);
        if (preprocessing.Std.Contains(0)) throw Mismatch("std holds a 0, which can't be divided by", source);

        var pixels = height * width;
        var values = new float[channels * pixels];
        for (var channel = 0; channel < channels; channel++)
        {
            var table = new float[256];
            for (var value = 0; value < 256; value++) table[value] = (float)preprocessing.Apply(value, channel);
            for (var i = 0; i < pixels; i++) values[(channel * pixels) + i] = table[Sample(rgb.AsSpan(i * 3, 3), order, channel)];
        }

        return new(new Shape(channels, height, width), values);
    }

    /// <summary>Luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, rounded to a whole number as imaging libraries do.</summary>
    public static byte Luma(byte red, byte green, byte blue) => (byte)(((299 * red) + (587 * green) + (114 * blue) + 500) / 1000);

    /// <summary>The value of 0 to 255 that a channel of the input takes from a pixel.</summary>
    /// <param name="pixel">Red, green, blue.</param>
    /// <param name="preprocessing">Which channels the input has.</param>
    /// <param name="channels">How many.</param>
    /// <param name="channel">Which of them.</param>
    public static byte ValueOf(ReadOnlySpan<byte> pixel, Preprocessing preprocessing, int channels, int channel) =>
        Sample(pixel, OrderOf(preprocessing, channels, null), channel);

    private static byte Sample(ReadOnlySpan<byte> pixel, ColourChannels order, int channel) => order switch
    {
        ColourChannels.Gray => Luma(pixel[0], pixel[1], pixel[2]),
        ColourChannels.Bgr => pixel[2 - channel],
        _ => pixel[channel],
    };

    private static ColourChannels OrderOf(Preprocessing preprocessing, int channels, SourceSpan? source)
    {
        var order = preprocessing.Channels ?? (channels == 1 ? ColourChannels.Gray : ColourChannels.Rgb);
        var given = order == ColourChannels.Gray ? 1 : 3;
        if (given == channels) return order;
        var advice = channels switch
        {
            1 => "declare GRAY",
            3 => "declare RGB or BGR",
            _ => "only networks that read 1 or 3 channels can be shown pictures",
        };
        throw Mismatch($"{NameOf(order)} pictures have {Count(given)}, but the model's input has {channels}; {advice}", source);
    }

    private static string NameOf(ColourChannels order) => order switch
    {
        ColourChannels.Gray => "GRAY",
        ColourChannels.Bgr => "BGR",
        _ => "RGB",
    };

    private static void CheckCount(string name, IReadOnlyCollection<double> values, int channels, SourceSpan? source)
    {
        if (values.Count > 1 && values.Count != channels)
            throw Mismatch($"{name} has {values.Count} numbers, but the model's input has {Count(channels)}", source);
    }

    private static string Count(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";

    private static DiagnosticException Mismatch(string message, SourceSpan? source) => new(DiagnosticCodes.InputMismatch, message, source);
}
