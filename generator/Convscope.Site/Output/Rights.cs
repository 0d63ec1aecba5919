using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>What this process may do with a folder. Where the system has no call for it, that is found out by doing it.</summary>
internal static class Rights
{
    private const int All = 7;
    private const int ReadOnly = 30;

    /// <summary>Whether a folder may be looked through, and things put into it and taken out of it.</summary>
    public static bool MayChange(string folder) => Libc.Error(() => Access(folder, All)) is 0 or Libc.Missing or Libc.NoEntry;

    /// <summary>Whether nobody may write there, since the whole file system is mounted so.</summary>
    public static bool IsReadOnly(string folder) => Libc.Error(() => Access(folder, All)) == ReadOnly;

    /// <summary>Whether something may be taken out of a folder in which each user keeps to what is their own.</summary>
    public static bool MayTake(FileFacts entry, FileFacts folder)
    {
        var user = OperatingSystem.IsWindows() ? 0 : GetEffectiveUser();
        return !folder.IsSticky || user == 0 || user == entry.Owner || user == folder.Owner;
    }

    [DllImport("libc", EntryPoint = "access", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", EntryPoint = "geteuid", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUser();
}
