using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>Makes a folder, of which a site has thousands: where the system can it is asked once, and not before whether there is
/// one.</summary>
internal static class NewFolder
{
    private const uint ForAll = 0x1ff;

    /// <summary>Makes a folder and those that it lies in, where they aren't there.</summary>
    public static void Make(string path)
    {
        if (!Libc.Succeeds(() => MkDir(path, ForAll))) Directory.CreateDirectory(path);
    }

    [DllImport("libc", EntryPoint = "mkdir", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MkDir([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
