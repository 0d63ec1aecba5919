using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>
/// The packages of ONNX Runtime since 1.31 note an identifier of the machine in the user's home and send to their maker how they are used,
/// unless a variable of the environment says otherwise before they start. A build is offline and leaves nothing behind.
/// </summary>
internal static class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Switches it off; before anything else is asked of the runtime.</summary>
    public static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");

        // What the framework sets, the C library's callers don't see, but on Windows.
        if (!OperatingSystem.IsWindows()) _ = SetEnvironment(Variable, "1", 1);
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [DllImport("libc", EntryPoint = "setenv", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int replaces);
}
