namespace Convscope.Inference.Running;

/// <summary>
/// Runs pictures and takes over what was recorded. The runtime computes in memory of its own, which begins at a round address: in an array
/// of ours, that begins anywhere, some of its operators would round the last digit of the same number now one way and now the other.
/// </summary>
/// <param name="session">The model, which needn't be loaded where nothing is run.</param>
/// <param name="tensors">What is recorded.</param>
internal sealed class Recorder(Lazy<Session> session, IReadOnlyCollection<string> tensors) : IDisposable
{
    /// <summary>The session, for what it can say of errors.</summary>
    public Session Session => session.Value;

    /// <summary>Runs on values in the file's own layout, and gives each tensor's values in the file's own order. Safe from several threads
    /// at once.</summary> <exception cref="Core.Diagnostics.DiagnosticException">CS1102 when the run fails.</exception>
    public IReadOnlyDictionary<string, float[]> Run(float[] values)
    {
        var recorded = new Dictionary<string, float[]>(StringComparer.Ordinal);
        using var outputs = Session.Run(values, tensors);
        foreach (var (name, output) in tensors.Zip(outputs))
        {
            recorded[name] = SingleNumbers.Of(output)
                ?? throw new InvalidOperationException($"no numbers can be read from '{name}'");

            // Let go at once, so that not all tensors are held twice.
            output.Dispose();
        }

        return recorded;
    }

    public void Dispose()
    {
        if (session.IsValueCreated) session.Value.Dispose();
    }
}
