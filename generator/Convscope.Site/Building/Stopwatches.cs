namespace Convscope.Site.Building;

/// <summary>
/// Adds up time by stage over all threads. The clock is handed in, so that nothing here reads the time of day.
/// </summary>
/// <param name="clock">Seconds since any fixed moment.</param>
public sealed class Stopwatches(Func<double> clock)
{
    private readonly Dictionary<string, StageTime> _stages = new(StringComparer.Ordinal);

    /// <summary>The stages, the longest first.</summary>
    public IReadOnlyList<StageTime> Stages
    {
        get
        {
            lock (_stages) return [.. _stages.Values.OrderByDescending(stage => stage.Seconds)];
        }
    }

    /// <summary>Measures until the result is disposed.</summary>
    public IDisposable Measure(string stage) => new Running(this, stage, clock());

    private void Add(string stage, double seconds)
    {
        lock (_stages) _stages[stage] = new(stage, seconds + (_stages.GetValueOrDefault(stage)?.Seconds ?? 0));
    }

    private sealed class Running(Stopwatches owner, string stage, double start) : IDisposable
    {
        public void Dispose() => owner.Add(stage, owner.Now - start);
    }

    private double Now => clock();
}

/// <summary>How long a stage took.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Seconds">Summed over threads.</param>
public sealed record StageTime(string Name, double Seconds);
