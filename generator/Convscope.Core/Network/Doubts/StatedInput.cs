namespace Convscope.Core.Network.Doubts;

/// <summary>What a model's own file states of its input; null where it doesn't.</summary>
public sealed record StatedInput
{
    /// <summary>Nothing is stated.</summary>
    public static StatedInput Nothing { get; } = new();

    /// <summary>What the values 0 and 255 are to become.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>The order of the colours.</summary>
    public ColourChannels? Channels { get; init; }

    /// <summary>Rows and columns.</summary>
    public (int Height, int Width)? Sides { get; init; }

    /// <summary>The metadata that states it, such as <c>Image.NominalPixelRange</c>.</summary>
    public string Source { get; init; } = "";
}
