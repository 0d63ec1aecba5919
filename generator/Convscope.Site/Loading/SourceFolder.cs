using Convscope.Core.Diagnostics;

namespace Convscope.Site.Loading;

/// <summary>Looks into folders that people named. One that can't be looked into is one message with its place.</summary>
public static class SourceFolder
{
    /// <summary>Full paths of a folder's files, in order: pipes, devices and links that lead nowhere are among them. None where there is
    /// no such folder.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it may not be looked into.</exception>
    public static string[] Files(SourcePath folder, string pattern = "*") => Entries(folder, path => Directory.GetFiles(path, pattern));

    /// <summary>Full paths of the folders in a folder, in order. None where there is no such folder.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it may not be looked into.</exception>
    public static string[] Folders(SourcePath folder) => Entries(folder, Directory.GetDirectories);

    /// <summary>Sees whether a folder can be looked into.</summary>
    /// <exception cref="DiagnosticException">CS1005 where it can't, CS1001 where nothing is there.</exception>
    public static void IsThere(SourcePath folder)
    {
        if (Directory.Exists(folder.Full)) _ = Folders(folder);
        else if (SourceFile.IsThere(folder.Full)) throw SourceFile.Unreadable(folder, "this is no folder, but one is needed here");
        else throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no folder '{folder.Shown}'", folder.Span);
    }

    private static string[] Entries(SourcePath folder, Func<string, string[]> list)
    {
        try
        {
            return Directory.Exists(folder.Full) ? [.. list(folder.Full).Order(StringComparer.Ordinal)] : [];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (SourceFile.IsRefusal(e))
        {
            throw SourceFile.Unreadable(folder, SourceFile.Reason(e, folder.Full, "folder"));
        }
    }
}
