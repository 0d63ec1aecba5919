namespace Convscope.Site.Building;

/// <summary>What the runtime's optimisations change of a quantised network's answer.</summary>
/// <param name="Difference">The largest difference of a number.</param>
/// <param name="IsOther">Whether another number is the largest.</param>
public sealed record OptimisedAnswer(double Difference, bool IsOther)
{
    /// <summary>Compares two answers.</summary>
    public static OptimisedAnswer? Of(float[] recorded, float[]? optimised)
    {
        if (optimised is null || optimised.Length != recorded.Length || recorded.Length == 0) return null;
        var largest = recorded.Zip(optimised).Max(pair => Math.Abs((double)pair.First - pair.Second));
        return new(largest, Array.IndexOf(recorded, recorded.Max()) != Array.IndexOf(optimised, optimised.Max()));
    }
}
