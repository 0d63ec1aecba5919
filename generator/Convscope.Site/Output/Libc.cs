namespace Convscope.Site.Output;

/// <summary>Asks the C library of Linux and macOS for what the framework has no call for, or only a slower one.</summary>
internal static class Libc
{
    /// <summary>Calls it.</summary>
    /// <param name="call">Gives 0 where it succeeds.</param>
    /// <returns>False where it failed, or where there is no such library; then the framework has to do.</returns>
    public static bool Succeeds(Func<int> call)
    {
        if (OperatingSystem.IsWindows()) return false;
        try
        {
            return call() == 0;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }
}
