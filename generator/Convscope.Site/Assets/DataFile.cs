using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Convscope.Site.Assets;

/// <summary>
/// The numbers of one map as a script, because a page opened from a file can't fetch. Single-precision values, lossless, so
/// that the script's equations have the same operands as the page's: the four bytes of each value are split into planes
/// (like bytes compress well together), deflated, and written as base64.
/// </summary>
public static class DataFile
{
    /// <summary>The script that hands a map to the registry under a key.</summary>
    /// <param name="key">The name that the page asks for.</param>
    /// <param name="map">Values, row-major.</param>
    public static byte[] Write(string key, ReadOnlySpan<float> map) => Write(key, Planes(map), CompressionLevel.Fastest);

    /// <summary>The first bytes of all numbers, then the second ones, the third and the last.</summary>
    public static byte[] Planes(ReadOnlySpan<float> numbers)
    {
        var bytes = MemoryMarshal.AsBytes(numbers);
        var planes = new byte[bytes.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var plane = 0; plane < 4; plane++) planes[(plane * numbers.Length) + i] = bytes[(i * 4) + plane];
        }

        return planes;
    }

    /// <summary>The script that hands a channel of a picture to the registry, in the smaller of two forms.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{float})"/>
    public static byte[] WriteChannel(string key, ReadOnlySpan<float> map)
    {
        var planes = Write(key, map);
        return IndexedValues.Write(key, map) is { } indexed && indexed.Length < planes.Length ? indexed : planes;
    }

    /// <summary>The script that hands any bytes to the registry under a key.</summary>
    /// <param name="key">The name that the page asks for.</param>
    /// <param name="bytes">The bytes before they are deflated.</param>
    /// <param name="level">How much time that may take.</param>
    /// <param name="form">What stands before the base64 text: a word and a comma where the bytes aren't byte planes.</param>
    public static byte[] Write(string key, ReadOnlySpan<byte> bytes, CompressionLevel level, string form = "")
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, level, leaveOpen: true)) deflate.Write(bytes);
        var base64 = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        return Encoding.UTF8.GetBytes($"(globalThis.convscopeData??={{}})[\"{key}\"]=\"{form}{base64}\";\n");
    }
}
