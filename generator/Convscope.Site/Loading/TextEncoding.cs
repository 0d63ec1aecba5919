using System.Text;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Loading;

/// <summary>Reads bytes as the text that they are: UTF-8, or UTF-16 where a mark at the beginning says so. No letter is ever replaced in
/// silence.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without its mark.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="shown">The file as the user would name it.</param>
    /// <exception cref="DiagnosticException">CS1005 with the place of the first byte that is no part of a letter.</exception>
    public static string Decode(byte[] bytes, string shown)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes, 3, bytes.Length - 3),
                [0xFF, 0xFE, ..] => Utf16(isBigEndian: false).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => Utf16(isBigEndian: true).GetString(bytes, 2, bytes.Length - 2),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw bytes is [0xFE or 0xFF, ..]
                ? new DiagnosticException(DiagnosticCodes.Unreadable, "this begins as UTF-16 does, but isn't; save the file as UTF-8",
                    new(shown))
                : Undecodable(bytes, shown);
        }
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static DiagnosticException Undecodable(ReadOnlySpan<byte> bytes, string shown)
    {
        var (at, line, column) = (0, 1, 1);
        while (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
        }

        return new(
            DiagnosticCodes.Unreadable,
                $"this isn't UTF-8: no letter has the byte {bytes[at]:X2} here. The file may be in an older encoding, such as Windows-1252 or GBK; save it as UTF-8",
            new(shown, line, column));
    }
}
