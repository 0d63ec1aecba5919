namespace Convscope.Core.Layout;

/// <summary>
/// Which value gets which colour. A diverging scale is symmetric about zero, so that zero is always the neutral middle;
/// a sequential one runs from its minimum to its maximum.
/// </summary>
/// <param name="Minimum">The value of the first colour.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="IsDiverging">Whether the colours diverge from zero.</param>
public sealed record ColourScale(double Minimum, double Maximum, bool IsDiverging)
{
    /// <summary>A zero-centred scale that holds values of this magnitude; of magnitude zero, ±1.</summary>
    public static ColourScale Diverging(double magnitude)
    {
        var end = magnitude > 0 ? magnitude : 1;
        return new(-end, end, true);
    }

    /// <summary>A scale from one value to another; where they are equal, one unit wide.</summary>
    public static ColourScale Sequential(double minimum, double maximum) =>
        new(minimum, maximum > minimum ? maximum : minimum + 1, false);

    /// <summary>Where a value lies on the scale, 0 to 1, clamped; not-a-number counts as 0.</summary>
    public double Position(double value) =>
        double.IsNaN(value) ? 0 : Math.Clamp((value - Minimum) / (Maximum - Minimum), 0, 1);
}
