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

    /// <summary>Opens the file, and waits while another build has it.</summary>
    /// <param name="place">The output folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="tell">Told at once that it has to wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="DiagnosticException">The other build doesn't end, or the file can't be written.</exception>
    public static BuildNotes Open(OutputPlace place, string shown, TimeSpan patience, Action<string> tell, CancellationToken cancel)
    {
        var isTold = false;
        for (var end = DateTime.UtcNow + patience; ; cancel.WaitHandle.WaitOne(Pause))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place.Note)!);
                var file = new FileStream(place.Note, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(place.Note)) return new(file);

                // Its last holder has just taken it away.
                file.Dispose();
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (DateTime.UtcNow >= end)
                {
                    throw new DiagnosticException(
                        DiagnosticCodes.OutputBusy,
                            $"another build is writing '{shown}' and doesn't end; wait for it, or choose another folder with --output",
                            new(shown));
                }

                if (!isTold) tell(FormattableString.Invariant(
                    $"another build is writing '{shown}': waiting for it, for {patience.TotalSeconds:F0} seconds at most"));
                isTold = true;
            }
            catch (UnauthorizedAccessException) when (FileFacts.Of(place.Note) is { } facts)
            {
                throw new DiagnosticException([.. Obstacle.Tell([new("", Obstacle.Closed(place.Note, facts))], place.Note,
                    OutputFolder.Untouched)]);
            }
            catch (UnauthorizedAccessException)
            {
                var why = $"you have no right to write in '{Path.GetDirectoryName(place.Note)}', where a new site is made before it takes the old one's place";
                throw new DiagnosticException(
                    DiagnosticCodes.WriteFailed,
                        $"can't write the site: {why}; ask for that right, or choose another folder with --output; {OutputFolder.Untouched}", new(shown));
            }
            catch (IOException e)
            {
                throw OutputFolder.Failed(shown, e, OutputFolder.Untouched);
            }
        }
    }

    /// <summary>The last note; empty where there is none that is whole.</summary>
    public byte[] Read()
    {
        var bytes = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(bytes);
        return bytes.Length > SHA256.HashSizeInBytes
            && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
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

    /// <summary>Forgets what was noted; the file goes too once it is let go of.</summary>
    public void Clear() => _file.SetLength(0);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Without anything to note there is no need of an empty file. While it is held nobody else can be about to use it.
        var isUnused = _file.Length == 0;
        if (isUnused && !OperatingSystem.IsWindows()) File.Delete(_file.Name);
        _file.Dispose();
        if (isUnused && OperatingSystem.IsWindows()) File.Delete(_file.Name);
    }

    /// <summary>EWOULDBLOCK of Linux and macOS; ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 || (e.HResult & 0xffff) is 0x20 or 0x21;
}
