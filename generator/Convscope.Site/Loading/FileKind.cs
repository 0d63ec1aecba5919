using System.Runtime.InteropServices;
using Convscope.Site.Output;

namespace Convscope.Site.Loading;

/// <summary>
/// Tells what stands at a path without opening it: to open a named pipe waits for someone to write into it, for ever, and a device may
/// do anything. The framework says only whether there is something.
/// </summary>
internal static class FileKind
{
    private const int WorkingFolder = -100, FollowLinks = 0, OfType = 1;
    private const int TypeMask = 0xF000, Pipe = 0x1000, CharacterDevice = 0x2000, BlockDevice = 0x6000, Socket = 0xC000;

    /// <summary>Where the mode is in what Linux and macOS answer; the former's answer is the same on every processor.</summary>
    private const int LinuxMode = 28, MacMode = 4;

    private const int LargestAnswer = 256;

    /// <summary>What it is, such as <c>a named pipe</c>; null where it is a file, a folder or nothing, or where there is no
    /// telling.</summary>
    public static string? Special(string path) => (Mode(path) & TypeMask) switch
    {
        Pipe => "a named pipe",
        CharacterDevice or BlockDevice => "a device",
        Socket => "a socket",
        _ => null,
    };

    private static int Mode(string path)
    {
        var answer = new byte[LargestAnswer];
        if (OperatingSystem.IsLinux()) return Libc.Succeeds(() => StatX(WorkingFolder, path, FollowLinks, OfType, answer))
            ? BitConverter.ToUInt16(answer, LinuxMode) : 0;
        if (!OperatingSystem.IsMacOS()) return 0;
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        return Libc.Succeeds(() => isArm ? Stat(path, answer) : Stat64(path, answer)) ? BitConverter.ToUInt16(answer, MacMode) : 0;
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask,
        [Out] byte[] answer);

    [DllImport("libc", EntryPoint = "stat", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] answer);

    [DllImport("libc", EntryPoint = "stat$INODE64", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] answer);
}
