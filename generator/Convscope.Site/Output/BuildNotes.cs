using System.Security.Cryptography;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// A file beside an output folder that one build at a time holds open: so it keeps builds apart, and what it holds is what the last
/// build noted for the next. It isn't in the site, so that it is never published. A note that was half written is no note.
/// </summary>
internal sealed class BuildNotes : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private BuildNotes(FileStream file) => _file = file;

    /// <summary>The full path of an output folder's note.</summary>
    public static string PathFor(string folder) => Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}-build");

    /// <summary>Opens the file, and waits while another build has it.</summary>
    /// <exception cref="DiagnosticException">The other build doesn't end, or the file can't be written.</exception>
    public static BuildNotes Open(string path, string shown, TimeSpan patience, CancellationToken cancel)
    {
        for (var end = DateTime.UtcNow + patience; ; cancel.WaitHandle.WaitOne(Pause))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (DateTime.UtcNow < end) continue;
                throw new DiagnosticException(
                    DiagnosticCodes.OutputBusy, $"another build is writing '{shown}' and doesn't end; wait for it, or choose another folder with --output", new(shown));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw OutputFolder.Failed(shown, e);
            }
        }
    }

    /// <summary>The last note; empty where there is none that is whole.</summary>
    public byte[] Read()
    {
        var bytes = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(bytes);
        return bytes.Length > SHA256.HashSizeInBytes && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
            ? bytes[SHA256.HashSizeInBytes..] : [];
    }

    /// <summary>Notes something for the next build. It is only to save time, so that a full disk is no error here.</summary>
    public void Write(byte[] note)
    {
        try
        {
            _file.SetLength(0);
            _file.Write(SHA256.HashData(note));
            _file.Write(note);
            _file.Flush();
        }
        catch (IOException)
        {
            // The next build takes longer.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A build that failed before there was anything to note leaves no empty file.
        var unused = _file.Length == 0;
        _file.Dispose();
        if (unused) File.Delete(_file.Name);
    }

    /// <summary>EWOULDBLOCK of Linux and macOS; ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 || (e.HResult & 0xffff) is 0x20 or 0x21;
}
