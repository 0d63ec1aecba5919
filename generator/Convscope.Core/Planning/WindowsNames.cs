namespace Convscope.Core.Planning;

/// <summary>
/// Names that Windows gives to no file or folder (https://learn.microsoft.com/windows/win32/fileio/naming-a-file): devices, with any
/// ending, and what its file systems can't hold. A site that has one can't be unzipped or checked out there.
/// </summary>
public static class WindowsNames
{
    private const string Forbidden = "<>:\"/\\|?*";
    private static readonly HashSet<string> Devices =
        new(StringComparer.OrdinalIgnoreCase) { "con", "prn", "aux", "nul", "conin$", "conout$", "clock$" };

    /// <summary>Whether a name, seen without its ending, is that of a device.</summary>
    public static bool IsDevice(string name)
    {
        var bare = name.Split('.')[0].TrimEnd(' ');
        if (Devices.Contains(bare)) return true;
        var isPort = bare.Length == 4 && (bare.StartsWith("com", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("lpt", StringComparison.OrdinalIgnoreCase));
        return isPort && (char.IsAsciiDigit(bare[3]) || bare[3] is '¹' or '²' or '³');
    }

    /// <summary>Whether a file or folder can have a name.</summary>
    public static bool IsPossible(string name) => !IsDevice(name) && name[^1] is not ('.' or ' ')
        && !name.Any(letter => letter < ' ' || Forbidden.Contains(letter, StringComparison.Ordinal));
}
