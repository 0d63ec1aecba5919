using System.Collections.Immutable;

namespace Convscope.Core.Network;

/// <summary>
/// The recipe by which a picture becomes the network's input, in this order: orientation, alpha, resize, centre crop, grey and the order of
/// channels, then per channel <c>(value * scale - mean) / std</c> with value 0 to 255, or 255 less the value where it is inverted.
/// </summary>
public sealed record Preprocessing
{
    /// <summary>Name of the preset that the recipe comes from, or empty.</summary>
    public string Preset { get; init; } = "";

    /// <summary>What is done with the orientation that the file notes.</summary>
    public OrientationUse Orientation { get; init; }

    /// <summary>What is done with transparency.</summary>
    public AlphaUse Alpha { get; init; }

    /// <summary>How the sides are matched.</summary>
    public Resizing Resize { get; init; } = Resizing.Stretch;

    /// <summary>How pixels are made of pixels; null where nobody says: areas are averaged where it shrinks, and it is linear where it
    /// grows.</summary>
    public ResizeFilter? Filter { get; init; }

    /// <summary>What is cut out of the middle; null for all that the input has room for.</summary>
    public CentreCrop? Crop { get; init; }

    /// <summary>How much each colour counts in a grey.</summary>
    public GreyWeights Grey { get; init; }

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

    /// <summary>What fills the input where no picture lies: around a contained one the background; else black, as torchvision's crop
    /// pads.</summary>
    public int Around => Resize.Mode == ResizeMode.Contain ? Background : 0;

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
