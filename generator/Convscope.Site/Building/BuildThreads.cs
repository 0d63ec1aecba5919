using System.Runtime;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>How many pictures have their turn at once, and how many threads each has: as memory and processors allow.</summary>
/// <param name="Pictures">Over pictures.</param>
/// <param name="Within">Inside one picture's turn.</param>
/// <param name="All">Where no picture has its turn.</param>
/// <param name="KeepsRuns">Whether all activations of all pictures together are so few that the second turn needn't run the network
/// again.</param>
public sealed record BuildThreads(ParallelOptions Pictures, ParallelOptions Within, ParallelOptions All, bool KeepsRuns)
{
    /// <summary>
    /// What the activations of the pictures at work may take together, beyond the first's. A picture with large ones has all threads
    /// to itself: it is done as soon, and what is held at once is the same however many pictures there are.
    /// </summary>
    private const long WorkingBytes = 32_000_000;

    /// <summary>Shares the threads out.</summary>
    public static BuildThreads For(NetworkGraph network, int pictures, BuildOptions options, CancellationToken cancel)
    {
        var threads = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount;
        var bytes = network.Layers.Sum(layer => (long)layer.Shape.Count * sizeof(float));
        var atOnce = (int)Math.Clamp(Math.Min(pictures, WorkingBytes / bytes), 1, threads);
        return new(
            new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel },
            new() { MaxDegreeOfParallelism = Math.Max(1, threads / atOnce), CancellationToken = cancel },
            new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            bytes * pictures <= options.KeptBytes);
    }

    /// <summary>
    /// Gives each picture its turn; a diagnostic thrown by any comes out as it is. Where activations are large, their memory is
    /// given back after each turn: left to itself, the collector would let twenty pictures' garbage pile up first.
    /// </summary>
    public void Each(int count, Action<int> turn)
    {
        GiveBack();
        Each(count, Pictures, i =>
        {
            turn(i);
            GiveBack();
        });
    }

    private void GiveBack()
    {
        if (KeepsRuns) return;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Runs in parallel; a diagnostic thrown by any turn comes out as it is.</summary>
    public static void Each(int count, ParallelOptions threads, Action<int> turn)
    {
        try
        {
            Parallel.For(0, count, threads, turn);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is DiagnosticException))
        {
            throw new DiagnosticException([.. e.InnerExceptions.Cast<DiagnosticException>().SelectMany(inner => inner.Diagnostics)
                .Distinct()]);
        }
    }
}
