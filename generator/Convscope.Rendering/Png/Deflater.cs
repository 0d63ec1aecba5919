using System.IO.Compression;

namespace Convscope.Rendering.Png;

/// <summary>Compresses into a buffer that each thread keeps, so that thousands of small maps cost no large allocations.</summary>
internal static class Deflater
{
    [ThreadStatic]
    private static MemoryStream? _buffer;

    /// <summary>The zlib stream of these bytes; overwritten by the thread's next call.</summary>
    public static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> bytes, ZLibCompressionOptions options)
    {
        _buffer ??= new MemoryStream();
        _buffer.SetLength(0);
        using (var stream = new ZLibStream(_buffer, options, leaveOpen: true)) stream.Write(bytes);
        return _buffer.GetBuffer().AsSpan(0, (int)_buffer.Length);
    }
}
