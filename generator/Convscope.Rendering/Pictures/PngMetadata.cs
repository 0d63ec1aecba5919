using System.Buffers.Binary;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Leaves out of a PNG what is large and no part of the picture: notes, profiles, thumbnails, an editor's own layers. The decoder reads
/// each such chunk in a time that grows with the square of its length, so that a few megabytes of them take seconds.
/// </summary>
public static class PngMetadata
{
    /// <summary>The longest that is left to the decoder, which takes no time for it.</summary>
    public const int Longest = 1 << 16;

    private const int Signature = 8, BeforeData = 8, Frame = 12;

    /// <summary>A chunk is no part of the picture if the first letter of its type is small (W3C, PNG, 5.4).</summary>
    private const byte SmallLetter = 0x20;

    /// <summary>The same picture, or the same array where nothing is to be left out; what isn't whole is left as it is.</summary>
    public static byte[] Trimmed(byte[] file, int longest = Longest)
    {
        if (PictureFormat.Of(file) != "PNG") return file;
        MemoryStream? trimmed = null;
        var from = 0;
        for (var at = Signature; at + Frame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - Frame) break;
            var end = at + Frame + (int)length;
            if (length > longest && (file[at + BeforeData - 4] & SmallLetter) != 0)
            {
                trimmed ??= new(file.Length);
                trimmed.Write(file, from, at - from);
                from = end;
            }

            at = end;
        }

        if (trimmed is null) return file;
        trimmed.Write(file, from, file.Length - from);
        return trimmed.ToArray();
    }
}
