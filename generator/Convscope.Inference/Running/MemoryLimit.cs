using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>
/// Lets ONNX Runtime take only so much memory while a model is run for the first time, when no one knows yet what it computes.
/// Its allocators are the process's, so one model at a time.
/// </summary>
internal sealed class MemoryLimit : IDisposable
{
    private const uint Most = 2_500_000_000;

    private static readonly Lock OneAtATime = new();

    private readonly OrtMemoryInfo _memory = new(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);

    static MemoryLimit() => RuntimeTelemetry.SwitchOff();

    private MemoryLimit()
    {
        // It grows by what is asked for (1), not to the next power of two.
        using var arena = new OrtArenaCfg(Most, 1, -1, -1);
        OrtEnv.Instance().CreateAndRegisterAllocator(_memory, arena);
    }

    /// <summary>Sets the limit until the result is disposed, by the same thread.</summary>
    public static MemoryLimit Enter()
    {
        OneAtATime.Enter();
        try
        {
            return new();
        }
        catch
        {
            OneAtATime.Exit();
            throw;
        }
    }

    public void Dispose()
    {
        OrtEnv.Instance().UnregisterAllocator(_memory);
        _memory.Dispose();
        OneAtATime.Exit();
    }
}
