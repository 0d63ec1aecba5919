using System.Buffers;

namespace Convscope.Site.Output;

/// <summary>Compares what files hold.</summary>
internal static class FileContent
{
    private const int Piece = 1 << 16;

    /// <summary>Whether a file is there and holds just these bytes.</summary>
    public static bool Is(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            using var file = File.OpenHandle(path);
            if (RandomAccess.GetLength(file) != content.Length) return false;
            var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(Piece, Math.Max(1, content.Length)));
            try
            {
                for (var at = 0; at < content.Length;)
                {
                    var read = RandomAccess.Read(file, buffer, at);
                    if (read == 0 || !content[at..].StartsWith(buffer.AsSpan(0, read))) return false;
                    at += read;
                }

                return true;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether two files are there and hold the same.</summary>
    public static bool Same(string one, string other)
    {
        try
        {
            using var first = File.OpenRead(one);
            using var second = File.OpenRead(other);
            if (first.Length != second.Length) return false;
            var (a, b) = (new byte[Piece], new byte[Piece]);
            for (var read = first.ReadAtLeast(a, Piece, false); read > 0; read = first.ReadAtLeast(a, Piece, false))
            {
                if (second.ReadAtLeast(b, Piece, false) != read || !a.AsSpan(0, read).SequenceEqual(b.AsSpan(0, read))) return false;
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
