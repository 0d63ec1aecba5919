using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>
/// Moves files, links and folders within one file system: never over something that is there, and never by copying, of which the half
/// may fail. Linux has one call for it, and one that lets two folders trade places, so that at no moment there is no site.
/// </summary>
internal static class Rename
{
    private const int CurrentFolder = -100;
    private const uint NoReplace = 1;
    private const uint Exchange = 2;
    private const int OtherDevice = 18;

    /// <summary>Moves something.</summary>
    /// <exception cref="IOException">It can't be moved.</exception>
    public static void Move(string from, string to)
    {
        var error = OperatingSystem.IsLinux() ? Libc.Error(() =>
            RenameAt2(CurrentFolder, from, CurrentFolder, to, NoReplace)) : Libc.Missing;
        if (error is Libc.Missing or Libc.Invalid) MoveOtherwise(from, to);
        else if (error != 0) throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Lets two folders of one file system trade places.</summary>
    /// <returns>False where the system or the file system can't; nothing has changed then.</returns>
    public static bool Trade(string one, string other) =>
        OperatingSystem.IsLinux() && Libc.Succeeds(() => RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchange));

    /// <summary>Whether an error says that the file system, or its layer, is another: files can be put there, folders can't be moved
    /// there.</summary>
    public static bool IsElsewhere(IOException e) => e.HResult == OtherDevice;

    /// <summary>Whether an error says that there is nothing of that name.</summary>
    public static bool IsGone(IOException e) => e is FileNotFoundException or DirectoryNotFoundException || e.HResult == Libc.NoEntry;

    private static void MoveOtherwise(string from, string to)
    {
        if (Directory.Exists(from) && new DirectoryInfo(from).LinkTarget is null) Directory.Move(from, to);
        else File.Move(from, to);
    }

    [DllImport("libc", EntryPoint = "renameat2", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(
        int oneFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string one, int otherFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string other,
            uint flags);
}
