using System.Buffers.Binary;

namespace Convscope.Rendering.Png;

/// <summary>
/// The frame of a PNG file: signature and chunks, each with its length and checksum
/// (W3C, Portable Network Graphics, https://www.w3.org/TR/png-3/).
/// </summary>
internal ref struct PngChunks(Span<byte> file)
{
    /// <summary>Bytes that a chunk takes beside its data.</summary>
    public const int Frame = 12;

    /// <summary>Bytes of signature, header and end.</summary>
    public const int Fixed = 8 + Frame + 13 + Frame;

    /// <summary>The colour types written here.</summary>
    public const byte Truecolour = 2, Indexed = 3;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private readonly Span<byte> _file = file;
    private int _at;

    /// <summary>Writes the signature and the header.</summary>
    public void Begin(int width, int height, byte depth, byte colourType)
    {
        Signature.CopyTo(_file);
        _at = Signature.Length;
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = depth;
        header[9] = colourType;
        header[10..].Clear();
        Add("IHDR"u8, header);
    }

    /// <summary>Writes one chunk.</summary>
    public void Add(scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(_file[_at..], data.Length);
        type.CopyTo(_file[(_at + 4)..]);
        data.CopyTo(_file[(_at + 8)..]);
        var end = _at + 8 + data.Length;
        BinaryPrimitives.WriteUInt32BigEndian(_file[end..], Crc32.Of(_file[(_at + 4)..end]));
        _at = end + 4;
    }

    /// <summary>Writes the end.</summary>
    public void End() => Add("IEND"u8, []);
}
