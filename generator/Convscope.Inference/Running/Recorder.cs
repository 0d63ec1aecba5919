using Convscope.Core.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>Runs pictures so that the runtime writes what it computes into arrays of ours: no tensor is ever held twice.</summary>
/// <param name="session">The model, which needn't be loaded where nothing is run.</param>
/// <param name="tensors">What is recorded, with the sizes that the first run found.</param>
internal sealed class Recorder(Lazy<Session> session, IReadOnlyDictionary<string, long[]> tensors) : IDisposable
{
    private readonly string[] _names = [.. tensors.Keys];

    /// <summary>The session, for what it can say of errors.</summary>
    public Session Session => session.Value;

    /// <summary>Runs on values in the file's own layout, and gives each tensor's values in the file's own order. Safe from several threads at once.</summary>
    /// <exception cref="DiagnosticException">CS1102 when the run fails.</exception>
    public IReadOnlyDictionary<string, float[]> Run(float[] values)
    {
        var recorded = tensors.ToDictionary(
            tensor => tensor.Key, tensor => GC.AllocateUninitializedArray<float>((int)tensor.Value.Aggregate(1L, (count, size) => count * size)), StringComparer.Ordinal);
        OrtValue[] outputs = [.. _names.Select(name => OrtValue.CreateTensorValueFromMemory(recorded[name], tensors[name]))];
        try
        {
            Session.Run(values, _names, outputs);
            return recorded;
        }
        catch (DiagnosticException)
        {
            // Perhaps a tensor's sizes depend on the picture, which only the runtime's own memory can follow.
            using var own = Session.Run(values, _names);
            return _names.Zip(own).ToDictionary(pair => pair.First, pair => pair.Second.GetTensorDataAsSpan<float>().ToArray(), StringComparer.Ordinal);
        }
        finally
        {
            foreach (var output in outputs) output.Dispose();
        }
    }

    public void Dispose()
    {
        if (session.IsValueCreated) session.Value.Dispose();
    }
}
