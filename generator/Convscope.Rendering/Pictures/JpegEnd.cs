namespace Convscope.Rendering.Pictures;

/// <summary>
/// Finds whether a JPEG goes on to its end marker (ITU-T T.81, annex B). A progressive picture that is cut short decodes without
/// complaint, only blurred, so that the decoder can't be asked.
/// </summary>
internal static class JpegEnd
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA;

    /// <summary>True when the end marker is there; what follows it doesn't matter, and neither does a thumbnail's own end.</summary>
    public static bool IsReached(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            var marker = bytes[at + 1];
            if (bytes[at] != 0xFF || marker == 0xFF)
            {
                at++; // fill bytes
                continue;
            }

            if (marker == EndOfImage) return true;
            at += 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
            if (marker == StartOfScan) at = EndOfScan(bytes, at);
        }

        return at + 2 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == EndOfImage;
    }

    /// <summary>The next marker after a scan's compressed data, in which 0xFF is followed by 0 or by a restart marker.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at++;
        }

        return bytes.Length;
    }
}
