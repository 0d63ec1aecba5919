using System.Collections.Immutable;

namespace Convscope.Core.Network;

/// <summary>How the model's file orders its input axes.</summary>
public enum InputLayout
{
    /// <summary>Channels, rows, columns (PyTorch).</summary>
    Nchw,

    /// <summary>Rows, columns, channels (TensorFlow).</summary>
    Nhwc,
}

/// <summary>How a picture of another shape is brought to the input's height and width.</summary>
public enum ResizeMode
{
    /// <summary>Both sides scaled on their own; the proportions may change.</summary>
    Stretch,

    /// <summary>Scaled to fill, centred, the rest cut off.</summary>
    Cover,

    /// <summary>Scaled to fit, centred, the rest filled with the background.</summary>
    Contain,
}

/// <summary>Which channels the input has, in order.</summary>
public enum ColourChannels
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red (OpenCV).</summary>
    Bgr,

    /// <summary>One channel of luminance.</summary>
    Gray,
}

/// <summary>
/// How a picture becomes the network's input: resize, composite over the background, then per channel
/// <c>(value * scale - mean) / std</c> with value 0 to 255, or 255 less the value where it is inverted.
/// </summary>
public sealed record Preprocessing
{
    /// <summary>How the sides are matched.</summary>
    public ResizeMode Resize { get; init; } = ResizeMode.Stretch;

    /// <summary>Name of the preset that the values come from, or empty.</summary>
    public string Preset { get; init; } = "";

    /// <summary>Channel order; null lets <see cref="InputChannels"/> choose.</summary>
    public ColourChannels? Channels { get; init; }

    /// <summary>Whether each value is first taken from 255: dark on light becomes light on dark.</summary>
    public bool Invert { get; init; }

    /// <summary>Factor on the 0 to 255 values.</summary>
    public double Scale { get; init; } = 1 / 255.0;

    /// <summary>Subtracted after scaling, one a channel, or one for all, or none.</summary>
    public ImmutableArray<double> Mean { get; init; } = [];

    /// <summary>Divided by last, one a channel, or one for all, or none.</summary>
    public ImmutableArray<double> Std { get; init; } = [];

    /// <summary>What shows through transparent parts and around a contained picture: <c>0xRRGGBB</c>.</summary>
    public int Background { get; init; } = 0xFFFFFF;

    /// <summary>The mean of one channel.</summary>
    public double MeanOf(int channel) => Of(Mean, channel, 0);

    /// <summary>The standard deviation of one channel.</summary>
    public double StdOf(int channel) => Of(Std, channel, 1);

    /// <summary>What a channel's value of 0 to 255 becomes.</summary>
    public double Apply(double value, int channel) => ((Facing(value) * Scale) - MeanOf(channel)) / StdOf(channel);

    /// <summary>The whole value of 0 to 255 that a number of the input was made from.</summary>
    public int ValueOf(double number, int channel)
    {
        var value = Math.Round(((number * StdOf(channel)) + MeanOf(channel)) / Scale);
        return (int)Math.Clamp(Facing(value), 0, 255);
    }

    /// <summary>A value as it is scaled: itself, or what is missing to 255.</summary>
    public double Facing(double value) => Invert ? 255 - value : value;

    private static double Of(ImmutableArray<double> values, int channel, double otherwise) =>
        values.Length == 0 ? otherwise : values.Length == 1 ? values[0] : values[channel];
}
