using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>Gives a file a second name, so that thousands are taken over without reading one.</summary>
internal static class FileLink
{
    /// <summary>Links a file.</summary>
    /// <returns>False where the system or the file system can't; then it must be copied.</returns>
    public static bool Try(string file, string name) => Libc.Succeeds(() => Link(file, name));

    [DllImport("libc", EntryPoint = "link", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
