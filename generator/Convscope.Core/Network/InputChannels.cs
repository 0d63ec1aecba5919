using System.Collections.Immutable;
using System.Globalization;

namespace Convscope.Core.Network;

/// <summary>What one channel of the input takes from a pixel.</summary>
public enum ChannelSource
{
    /// <summary>Red, 0 to 255.</summary>
    Red,

    /// <summary>Green, 0 to 255.</summary>
    Green,

    /// <summary>Blue, 0 to 255.</summary>
    Blue,

    /// <summary>Luminance of the three colours, 0 to 255.</summary>
    Luminance,

    /// <summary>How opaque the pixel is: 0 see-through, 255 solid.</summary>
    Alpha,
}

/// <summary>
/// Which channel of an input takes what. One channel is luminance, three are red, green and blue, four have opacity too; of any other
/// number the channels take the three colours in turn.
/// </summary>
public static class InputChannels
{
    /// <summary>The three colours of a screen.</summary>
    public static ImmutableArray<ChannelSource> Colours { get; } = [ChannelSource.Red, ChannelSource.Green, ChannelSource.Blue];

    /// <summary>The sources of an input's channels, in order; null where what the author declares gives another number.</summary>
    /// <param name="declared">What the model's author says, or null.</param>
    /// <param name="count">How many channels the input has.</param>
    public static ImmutableArray<ChannelSource>? Of(ColourChannels? declared, int count) => (declared, count) switch
    {
        (ColourChannels.Gray or null, 1) => [ChannelSource.Luminance],
        (ColourChannels.Rgb, 3) => Colours,
        (ColourChannels.Bgr, 3) => [ChannelSource.Blue, ChannelSource.Green, ChannelSource.Red],
        (null, 4) => [ChannelSource.Red, ChannelSource.Green, ChannelSource.Blue, ChannelSource.Alpha],
        (null, _) => [.. Enumerable.Range(0, count).Select(channel => (ChannelSource)(channel % 3))],
        _ => null,
    };

    /// <summary>Whether the channels take the colours in turn, for want of a better meaning.</summary>
    public static bool AreInTurn(ColourChannels? declared, int count) => declared is null && count is not (1 or 3 or 4);

    /// <summary>Names of an input's channels for people, all different: <c>red channel</c>, or <c>channel 4 (green)</c> where colours
    /// repeat.</summary>
    public static ImmutableArray<string> Names(ColourChannels? declared, int count)
    {
        if (Of(declared, count) is not { } sources) return [];
        return count > 4
            ? [.. sources.Select((source, channel) => string.Create(CultureInfo.InvariantCulture, $"channel {channel} ({Word(source)})"))]
            : [.. sources.Select(source => (source == ChannelSource.Luminance ? "grey" : Word(source)) + " channel")];
    }

    /// <summary>The source in one word.</summary>
    public static string Word(ChannelSource source) => source switch
    {
        ChannelSource.Red => "red",
        ChannelSource.Green => "green",
        ChannelSource.Blue => "blue",
        ChannelSource.Alpha => "opacity",
        _ => "luminance",
    };
}
