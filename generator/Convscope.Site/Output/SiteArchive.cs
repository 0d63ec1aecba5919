using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>
/// A ZIP of a built site, to hand out: unpacked, its <c>index.html</c> opens by double click. The same site gives the same bytes, and the
/// comment at its end says of which site it is, so that it is written only where that has changed.
/// </summary>
public sealed partial class SiteArchive
{
    private const string Mark = "Convscope ";

    /// <summary>Every entry's time; a ZIP can't tell of one before it.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Compressed already.</summary>
    private static readonly string[] Packed = [".png", ".jpg", ".jpeg", ".webp", ".zip", ".gz", ".woff2", ".mp4"];

    /// <summary>A file that everyone may read, as Unix writes it into an entry.</summary>
    private const int Readable = 0b1_000_000_110_100_100 << 16;

    private readonly string _path;
    private readonly string _shown;

    /// <summary>Decides where the ZIP goes, before anything is built.</summary>
    /// <param name="shown">The file as the user named it, seen from the working folder.</param>
    /// <param name="folders">Full paths of the output folder and of what a build reads: a ZIP in one of them would be in the next
    /// ZIP.</param>
    /// <exception cref="DiagnosticException">It may not be there, or a file that isn't such a ZIP would be overwritten.</exception>
    public SiteArchive(string shown, IEnumerable<string> folders)
    {
        var place = new Location(Path.GetFullPath(shown));
        (_path, _shown) = (place.Path, shown);
        if (folders.FirstOrDefault(folder => place.IsWithin(new(folder))) is { } inside)
            throw Refused($"the ZIP would lie in a folder that the site is built from or into ({inside}); write it beside that");
        if (Directory.Exists(_path)) throw Refused("there is a folder of that name; name a file, such as site.zip");
        if (File.Exists(_path) && !CommentOf(_path).StartsWith(Mark, StringComparison.Ordinal))
            throw Refused("a file is there that Convscope didn't write; name another, or delete it");
    }

    /// <summary>Writes it, unless the one that is there is of the same site.</summary>
    /// <param name="folder">The built site, full path.</param>
    /// <param name="cancel">Stops it; a ZIP that was there stays.</param>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="DiagnosticException">It can't be written.</exception>
    public long Write(string folder, CancellationToken cancel)
    {
        var manifest = Manifest.Of(folder);
        var comment = Mark + manifest.Fingerprint;
        if (File.Exists(_path) && CommentOf(_path) == comment) return new FileInfo(_path).Length;
        var unfinished = Unfinished + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            DeleteUnfinished();
            Pack(unfinished, folder, manifest.Files.Keys, comment, cancel);
            File.Move(unfinished, _path, overwrite: true);
            return new FileInfo(_path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(DiagnosticCodes.WriteFailed,
                $"can't write the ZIP: {e.Message.TrimEnd('.')}; the site itself is built", new(_shown));
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>How the name of a ZIP begins that isn't finished: hidden, beside the ZIP; a number that nobody else has comes after
    /// it.</summary>
    private string Unfinished => Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.convscope-");

    /// <summary>Deletes what builds that were killed left.</summary>
    private void DeleteUnfinished()
    {
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(_path)!)
            .Where(file => file.StartsWith(Unfinished, StringComparison.Ordinal) && Number().IsMatch(file.AsSpan(Unfinished.Length))))
        {
            try
            {
                new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another build is writing it.
            }
        }
    }

    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex Number();

    private static void Pack(string file, string folder, IEnumerable<string> routes, string comment, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None),
            ZipArchiveMode.Create)
        { Comment = comment };
        foreach (var route in routes)
        {
            cancel.ThrowIfCancellationRequested();
            var entry = zip.CreateEntry(route, Packed.Contains(Path.GetExtension(route), StringComparer.OrdinalIgnoreCase)
                ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            (entry.LastWriteTime, entry.ExternalAttributes) = (Time, Readable);
            using var content = entry.Open();
            content.Write(File.ReadAllBytes(Path.Combine(folder, route)));
        }
    }

    /// <summary>The comment of a ZIP; empty where the file is none.</summary>
    private static string CommentOf(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.Comment;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private DiagnosticException Refused(string why) => new(DiagnosticCodes.UnsafeOutput, why, new(_shown));
}
