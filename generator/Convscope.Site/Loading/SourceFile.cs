using System.Globalization;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Loading;

/// <summary>
/// Reads what people named or put into a folder. What can't be read is one message with its place, told at once: nothing waits for a
/// pipe, and no byte of what is too large is read.
/// </summary>
public static class SourceFile
{
    /// <summary>The most bytes of a text that people write: a book of ten thousand pages.</summary>
    public const long MostText = 16_000_000;

    /// <summary>The most bytes of a file that is read or copied as a whole: more fit into no array.</summary>
    public const long MostBytes = 2_000_000_000;

    /// <summary>Whether something is there, be it a folder or a link that leads nowhere.</summary>
    public static bool IsThere(string path) =>
        path.Length > 0 && (File.Exists(path) || Directory.Exists(path) || Target(new(path)) is not null);

    /// <summary>The text of a file.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it can't be read or isn't UTF-8, CS1001 where nothing is there.</exception>
    public static string Text(SourcePath file) => TextEncoding.Decode(Bytes(file, MostText), file.Shown);

    /// <summary>The text of a file that may be missing; null where nothing is there.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it can't be read.</exception>
    public static string? TextIfThere(SourcePath file) => IsThere(file.Full) ? Text(file) : null;

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it can't be read, CS1001 where nothing is there.</exception>
    public static byte[] Bytes(SourcePath file, long most = MostBytes) => Guarded(file, most, File.ReadAllBytes);

    /// <summary>Sees whether a file can be read, before anything depends on it.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it can't be read, CS1001 where nothing is there.</exception>
    public static void Check(SourcePath file, long most = MostBytes) => Guarded(file, most, path =>
    {
        using var handle = File.OpenHandle(path);
        return true;
    });

    private static T Guarded<T>(SourcePath file, long most, Func<string, T> read)
    {
        if (Problem(file.Full, most) is { } problem) throw Unreadable(file, problem);
        try
        {
            return read(file.Full);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException(DiagnosticCodes.Missing, "there is no such file", new(file.Shown));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unreadable(file, Reason(e, file.Full, "file"));
        }
    }

    /// <summary>Whether an exception says that something can't be read.</summary>
    internal static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>What a person can do about it. The system's own words name the full path once more.</summary>
    internal static string Reason(Exception e, string path, string what) => e is UnauthorizedAccessException
        ? $"this {what} may not be read: see to its permissions, and those of the folders around it"
        : $"this {what} can't be read: {e.Message.Replace($" : '{path}'", "", StringComparison.Ordinal).Replace($"'{path}'", "it", StringComparison.Ordinal).TrimEnd('.')}";

    internal static DiagnosticException Unreadable(SourcePath file, string problem) =>
        new(DiagnosticCodes.Unreadable, problem, new(file.Shown));

    private static string? Problem(string path, long most)
    {
        if (FileKind.Special(path) is { } special) return $"this is {special}, not a file; put a plain file in its place";
        if (Directory.Exists(path)) return "this is a folder, not a file; put a plain file in its place";
        var info = new FileInfo(path);
        if (Target(info) is { } link && !link.Exists)
            return $"this link leads nowhere (to '{link.Name}'); put the file there, or take the link away";
        var length = Length(info);
        return length > most ? $"the file has {Mega(length)} MB, and at most {Mega(most)} MB are read" : null;
    }

    /// <summary>Where a link leads to, and whether anything is there; null for what is no link.</summary>
    private static (string Name, bool Exists)? Target(FileInfo info)
    {
        try
        {
            return info.LinkTarget is { } target ? (target, info.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true }) : null;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // Links that lead to each other.
            return (info.LinkTarget ?? "", false);
        }
    }

    /// <summary>How long a file is, seen through links; 0 where there is none.</summary>
    private static long Length(FileInfo info) =>
        (info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) is { Exists: true } file
        ? file.Length : 0;

    private static string Mega(long bytes) => Math.Ceiling(bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
