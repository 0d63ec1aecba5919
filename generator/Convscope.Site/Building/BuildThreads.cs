using Convscope.Core.Diagnostics;
using Convscope.Core.Network;

namespace Convscope.Site.Building;

/// <summary>How many pictures have their turn at once, and how many threads each has: as memory and processors allow.</summary>
/// <param name="Pictures">Over pictures.</param>
/// <param name="Within">Inside one picture's turn.</param>
/// <param name="KeepsRuns">Whether all activations of all pictures together are so few that the second turn needn't run the network again.</param>
public sealed record BuildThreads(ParallelOptions Pictures, ParallelOptions Within, bool KeepsRuns)
{
    /// <summary>Activations of all pictures that are kept from the first turn to the second.</summary>
    private const long KeptBytes = 64_000_000;

    /// <summary>What the activations of the pictures at work may take together. Recomputing and drawing take as much again.</summary>
    private const long WorkingBytes = 400_000_000;

    /// <summary>Shares the threads out.</summary>
    public static BuildThreads For(NetworkGraph network, int pictures, int jobs, CancellationToken cancel)
    {
        var threads = jobs > 0 ? jobs : Environment.ProcessorCount;
        var bytes = network.Layers.Sum(layer => (long)layer.Shape.Count * sizeof(float));
        var atOnce = (int)Math.Clamp(Math.Min(pictures, WorkingBytes / bytes), 1, threads);
        return new(
            new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel },
            new() { MaxDegreeOfParallelism = Math.Max(1, threads / atOnce), CancellationToken = cancel },
            bytes * pictures <= KeptBytes);
    }

    /// <summary>Gives each picture its turn; a diagnostic thrown by any comes out as it is.</summary>
    public void Each(int count, Action<int> turn) => Each(count, Pictures, turn);

    /// <summary>Runs in parallel; a diagnostic thrown by any turn comes out as it is.</summary>
    public static void Each(int count, ParallelOptions threads, Action<int> turn)
    {
        try
        {
            Parallel.For(0, count, threads, turn);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is DiagnosticException))
        {
            throw new DiagnosticException([.. e.InnerExceptions.Cast<DiagnosticException>().SelectMany(inner => inner.Diagnostics).Distinct()]);
        }
    }
}
