namespace Convscope.Tests.Unit.Inference;

/// <summary>Pictures on which single precision is at its worst, and one on which it isn't.</summary>
internal static class Pictures
{
    /// <summary>Plain ones, of which everything that a kernel adds up may cancel out; a ramp; noise, also of values that aren't
    /// scaled.</summary>
    public static IEnumerable<(string Name, float[] Values)> Of(int count)
    {
        foreach (var grey in new[] { 0, 1, 0.5f, 128 / 255f, -1.7f })
            yield return (FormattableString.Invariant($"plain {grey}"), [.. Enumerable.Repeat(grey, count)]);
        yield return ("ramp", [.. Enumerable.Range(0, count).Select(i => (float)i / count)]);
        yield return ("noise", Noise(count, 1, seed: 1));
        yield return ("noise of 255", Noise(count, 255, seed: 2));
    }

    /// <summary>Noise, half of it below zero.</summary>
    public static float[] Noise(int count, float magnitude, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => ((random.NextSingle() * 2) - 1) * magnitude)];
    }
}
