namespace Convscope.Core.Practice;

/// <summary>
/// Numbers that look random and are the same in every build: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom
/// number generators").
/// </summary>
/// <param name="seed">Where it begins.</param>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[Below(several.Count)];
}
