using System.Globalization;
using System.IO.Compression;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Pictures as an address carries them: the twin of <c>templates/js/live/address/pack.js</c>.</summary>
internal static class PackedPictures
{
    /// <summary>A picture of squares of any colours, so that it fits into an address.</summary>
    public static string Random(int height, int width, Random random)
    {
        var side = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(height * width / 400.0)));
        var across = (width / side) + 1;
        var colours = new byte[across * ((height / side) + 1) * 3];
        random.NextBytes(colours);
        byte At(int y, int x, int channel) => colours[((((y / side) * across) + (x / side)) * 3) + channel];
        var pixels = height * width;
        var planes = new byte[pixels * 3];
        for (var i = 0; i < pixels; i++)
        {
            var (y, x) = (i / width, i % width);
            int Step(int channel) => At(y, x, channel) - (x > 0 ? At(y, x - 1, channel) : y > 0 ? At(y - 1, x, channel) : 0);
            planes[i] = (byte)Step(1);
            planes[pixels + i] = (byte)(Step(0) - Step(1));
            planes[(2 * pixels) + i] = (byte)(Step(2) - Step(1));
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(planes);
        var text = Convert.ToBase64String(packed.ToArray()).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return string.Create(CultureInfo.InvariantCulture, $"1.{width}.{height}.{text}");
    }
}
