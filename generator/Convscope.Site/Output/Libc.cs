using System.Runtime.InteropServices;

namespace Convscope.Site.Output;

/// <summary>Asks the C library of Linux and macOS for what the framework has no call for, or only a slower one.</summary>
internal static class Libc
{
    /// <summary>No such call here.</summary>
    public const int Missing = -1;

    /// <summary>It isn't there.</summary>
    public const int NoEntry = 2;

    /// <summary>The file system doesn't know such a call.</summary>
    public const int Invalid = 22;

    /// <summary>Calls it.</summary>
    /// <param name="call">Gives 0 where it succeeds.</param>
    /// <returns>False where it failed, or where there is no such library; then the framework has to do.</returns>
    public static bool Succeeds(Func<int> call) => Result(call) == 0;

    /// <summary>Calls it.</summary>
    /// <param name="call">Gives 0 where it succeeds, and keeps the error (<see cref="DllImportAttribute.SetLastError"/>).</param>
    /// <returns>0 where it succeeded, the system's number of the error, or <see cref="Missing"/>.</returns>
    public static int Error(Func<int> call) => Result(call) switch
    {
        0 => 0,
        null => Missing,
        _ => Marshal.GetLastPInvokeError(),
    };

    /// <summary>What a call gives; null where there is no such library, or none of that name in it.</summary>
    private static int? Result(Func<int> call)
    {
        if (OperatingSystem.IsWindows()) return null;
        try
        {
            return call();
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }
}
