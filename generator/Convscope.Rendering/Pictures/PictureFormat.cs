namespace Convscope.Rendering.Pictures;

/// <summary>Tells a picture's format by its first bytes, whatever the file is called.</summary>
public static class PictureFormat
{
    /// <summary>So many bytes from the start say what a file is.</summary>
    public const int Enough = 32;

    /// <summary>The format's name, or null when it is none that is decoded.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "JPEG";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "PNG";
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "WebP";
        return null;
    }

    /// <summary>The name of a format of pictures that isn't decoded, or null.</summary>
    public static string? Other(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8) return null;
        if (bytes.StartsWith("GIF8"u8)) return "GIF";
        if (bytes.StartsWith("BM"u8) && bytes.Length >= 14 && bytes[6..10] is [0, 0, 0, 0]) return "BMP";
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)) return "TIFF";
        if (bytes.StartsWith("8BPS"u8)) return "Photoshop";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || bytes[4..].StartsWith("JXL "u8)) return "JPEG XL";
        if (bytes.StartsWith("\0\0\0\fjP  "u8)) return "JPEG 2000";
        if (bytes.Length < 12 || !bytes[4..].StartsWith("ftyp"u8)) return null;
        if (bytes[8..].StartsWith("avi"u8)) return "AVIF";
        return bytes[8..].StartsWith("hei"u8) || bytes[8..].StartsWith("hev"u8) || bytes[8..].StartsWith("mif1"u8)
            || bytes[8..].StartsWith("msf1"u8) ? "HEIC" : null;
    }
}
