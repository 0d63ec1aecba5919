using System.Collections.Concurrent;

namespace Convscope.Site.Building;

/// <summary>
/// Adds up time by stage over all threads. The clock is handed in, so that nothing here reads the time of day.
/// </summary>
/// <param name="clock">Seconds since any fixed moment.</param>
public sealed class Stopwatches(Func<double> clock)
{
    private readonly ConcurrentDictionary<string, double> _seconds = new(StringComparer.Ordinal);

    /// <summary>Seconds by stage, summed over threads.</summary>
    public IReadOnlyDictionary<string, double> Seconds => _seconds;

    /// <summary>Measures until the result is disposed.</summary>
    public IDisposable Measure(string stage) => new Running(this, stage, clock());

    private void Add(string stage, double seconds) => _seconds.AddOrUpdate(stage, seconds, (_, sum) => sum + seconds);

    private sealed class Running(Stopwatches owner, string stage, double start) : IDisposable
    {
        public void Dispose() => owner.Add(stage, owner.Now - start);
    }

    private double Now => clock();
}
