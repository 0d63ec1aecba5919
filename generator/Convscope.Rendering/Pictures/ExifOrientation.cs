using System.Buffers.Binary;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Reads the orientation that a camera noted (Exif 3.0, tag 0x0112, 1 to 8): of a JPEG's APP1 segment, a PNG's eXIf chunk and a WebP's EXIF
/// chunk alike. Decoders differ in which of them they heed, and so do browsers.
/// </summary>
internal static class ExifOrientation
{
    /// <summary>Stored as it is seen.</summary>
    public const int Upright = 1;

    private const int OrientationTag = 0x0112, Short = 3, Long = 4, EntryLength = 12;

    /// <summary>The orientation of a JPEG, PNG or WebP; <see cref="Upright"/> where none is noted, or none that the standard
    /// knows.</summary>
    public static int Of(ReadOnlySpan<byte> file)
    {
        var exif = PictureFormat.Of(file) switch
        {
            "JPEG" => OfJpeg(file),
            "PNG" => OfPng(file),
            "WebP" => OfWebP(file),
            _ => [],
        };
        if (exif.StartsWith("Exif\0\0"u8)) exif = exif[6..];
        return OfTiff(exif) is >= 1 and <= 8 and var orientation ? orientation : Upright;
    }

    private static ReadOnlySpan<byte> OfJpeg(ReadOnlySpan<byte> file)
    {
        const byte startOfScan = 0xDA, app1 = 0xE1;
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill bytes
                continue;
            }

            if (marker == startOfScan) break;
            var body = Cut(file, at + 4, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) - 2L);
            if (marker == app1 && body.StartsWith("Exif\0\0"u8)) return body;
            at += 4 + body.Length;
        }

        return [];
    }

    private static ReadOnlySpan<byte> OfPng(ReadOnlySpan<byte> file)
    {
        const int header = 8, around = 12; // a chunk's length, name and checksum
        for (var at = header; at + around <= file.Length;)
        {
            var body = Cut(file, at + 8, BinaryPrimitives.ReadUInt32BigEndian(file[at..]));
            if (file.Slice(at + 4, 4).SequenceEqual("eXIf"u8)) return body;
            at += around + body.Length;
        }

        return [];
    }

    private static ReadOnlySpan<byte> OfWebP(ReadOnlySpan<byte> file)
    {
        const int header = 12;
        for (var at = header; at + 8 <= file.Length;)
        {
            var body = Cut(file, at + 8, BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]));
            if (file.Slice(at, 4).SequenceEqual("EXIF"u8)) return body;
            at += 8 + body.Length + (body.Length % 2);
        }

        return [];
    }

    /// <summary>The tag's value in the first directory of a TIFF, or 0.</summary>
    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 0;
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8)) return 0;
        var directory = Cut(tiff, Whole(tiff[4..], isLittle), tiff.Length);
        if (directory.Length < 2) return 0;
        var entries = Half(directory, isLittle);
        for (var at = 2; entries > 0 && at + EntryLength <= directory.Length; at += EntryLength, entries--)
        {
            var entry = directory.Slice(at, EntryLength);
            if (Half(entry, isLittle) != OrientationTag) continue;
            return Half(entry[2..], isLittle) switch
            {
                Short => Half(entry[8..], isLittle),
                Long => (int)Math.Min(int.MaxValue, Whole(entry[8..], isLittle)),
                _ => 0,
            };
        }

        return 0;
    }

    private static int Half(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Whole(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    /// <summary>So many bytes from a place on, or as many as there are: lengths in a file may say anything.</summary>
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes, long start, long length) =>
        start >= bytes.Length || length <= 0 ? [] : bytes.Slice((int)start, (int)Math.Min(length, bytes.Length - start));
}
