using Convscope.Core.Network;

namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>The rows of a part of a picture, opaque: laid over a background, or with the transparency left out.</summary>
/// <param name="picture">The picture.</param>
/// <param name="place">Which part of it.</param>
/// <param name="alpha">What is done with transparency.</param>
/// <param name="background">What shows through: <c>0xRRGGBB</c>.</param>
internal sealed class FlatRows(Picture picture, PicturePlacement place, AlphaUse alpha, int background)
{
    /// <summary>Numbers of a pixel: red, green, blue.</summary>
    public const int Channels = 3;

    /// <summary>Columns.</summary>
    public int Width => place.TakenWidth;

    /// <summary>Rows.</summary>
    public int Height => place.TakenHeight;

    /// <summary>Reads a row, rounded to the nearest.</summary>
    public void Read(int row, byte[] flat)
    {
        var source = picture.Rgba.AsSpan((((place.Top + row) * picture.Width) + place.Left) * 4, Width * 4);
        for (int x = 0, at = 0; x < source.Length; x += 4)
        {
            int opacity = alpha == AlphaUse.Ignore ? byte.MaxValue : source[x + Channels];
            for (var channel = 0; channel < Channels; channel++)
            {
                var behind = Channel(background, channel);
                flat[at++] = (byte)(((source[x + channel] * opacity) + (behind * (255 - opacity)) + 127) / 255);
            }
        }
    }

    /// <summary>One channel of a colour.</summary>
    public static byte Channel(int colour, int channel) => (byte)(colour >> (16 - (8 * channel)));
}
