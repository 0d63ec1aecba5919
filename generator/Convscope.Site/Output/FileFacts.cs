using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>What Linux knows of a file, a folder or a link itself and the framework doesn't tell.</summary>
/// <param name="Device">The file system that it is in.</param>
/// <param name="Inode">Its number there: with the device, what makes two names one file.</param>
/// <param name="Owner">The user that it belongs to.</param>
/// <param name="Mode">Its kind and who may do what.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Attributes">What else holds of it.</param>
internal sealed record FileFacts(ulong Device, ulong Inode, uint Owner, ushort Mode, long Length, ulong Attributes)
{
    private const int CurrentFolder = -100;
    private const int DontFollow = 0x100;
    private const uint Basics = 0x7ff;
    private const int Size = 256;

    /// <summary>Whether it is fixed (<c>chattr +i</c>, <c>+a</c>), so that not even its owner can move it.</summary>
    public bool IsFixed => (Attributes & 0x30) != 0;

    /// <summary>Whether another file system, or another part of one, is mounted there.</summary>
    public bool IsMountPoint => (Attributes & 0x2000) != 0;

    /// <summary>Whether it is a plain file.</summary>
    public bool IsFile => (Mode & 0xf000) == 0x8000;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => (Mode & 0xf000) == 0x4000;

    /// <summary>Whether only owners may take something out of it, as out of <c>/tmp</c>.</summary>
    public bool IsSticky => (Mode & 0x200) != 0;

    /// <summary>Asks the system; null where there is nothing, or where it isn't Linux.</summary>
    public static FileFacts? Of(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var found = new byte[Size];
        if (!Libc.Succeeds(() => StatX(CurrentFolder, path, DontFollow, Basics, found))) return null;
        uint At(int offset) => BitConverter.ToUInt32(found, offset);
        return new(
            ((ulong)At(136) << 32) | At(140), BitConverter.ToUInt64(found, 32), At(20), BitConverter.ToUInt16(found, 28),
                BitConverter.ToInt64(found, 40), BitConverter.ToUInt64(found, 8));
    }

    /// <summary>The form of what it fills in is the kernel's own, the same on every machine.</summary>
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] found);
}
