using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>
/// Lets two folders trade places in one step, so that at no moment there is no site. Linux has a call for it; elsewhere two
/// renames must do.
/// </summary>
internal static class FolderSwap
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Trades two folders of one file system.</summary>
    /// <returns>False where the system or the file system can't; nothing has changed then.</returns>
    public static bool Try(string one, string other) =>
        OperatingSystem.IsLinux() && Libc.Succeeds(() => RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchange));

    [DllImport("libc", EntryPoint = "renameat2", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(
        int oneFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string one, int otherFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string other, uint flags);
}
