using System.Buffers.Binary;
using System.IO.Compression;
using Convscope.Core.Tensors;

namespace Convscope.Site.Assets;

/// <summary>
/// All maps of an overview in one script, for recolouring: of every shown unit of every signed layer, in the page's order,
/// its minimum and maximum in single precision and then its cells in 255 steps between them. A colour is no finer.
/// </summary>
public static class OverviewData
{
    /// <summary>The script.</summary>
    /// <param name="key">The name that the page asks for.</param>
    /// <param name="units">The units in the page's order.</param>
    public static byte[] Write(string key, IEnumerable<(Tensor Activation, int Unit)> units)
    {
        var bytes = new MemoryStream();
        Span<byte> ends = stackalloc byte[8];
        foreach (var (activation, unit) in units)
        {
            var map = activation.Map(unit);
            var (minimum, maximum) = Ends(map);
            BinaryPrimitives.WriteSingleLittleEndian(ends, minimum);
            BinaryPrimitives.WriteSingleLittleEndian(ends[4..], maximum);
            bytes.Write(ends);
            foreach (var value in map) bytes.WriteByte(Step(value, minimum, maximum));
        }

        return DataFile.Write(key, bytes.ToArray(), CompressionLevel.SmallestSize);
    }

    private static (float Minimum, float Maximum) Ends(ReadOnlySpan<float> map)
    {
        float minimum = float.MaxValue, maximum = float.MinValue;
        foreach (var value in map)
        {
            if (!float.IsFinite(value)) continue;
            (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
        }

        return minimum <= maximum ? (minimum, maximum) : (0, 0);
    }

    private static byte Step(float value, float minimum, float maximum) =>
        maximum > minimum && !float.IsNaN(value)
            ? (byte)Math.Round(Math.Clamp(((double)value - minimum) / ((double)maximum - minimum), 0, 1) * 255) : (byte)0;
}
