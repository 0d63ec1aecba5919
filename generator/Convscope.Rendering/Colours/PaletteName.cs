namespace Convscope.Rendering.Colours;

/// <summary>Which colours a map is painted with.</summary>
public enum PaletteName
{
    /// <summary>
    /// Blue for negative values, near-white for zero, orange for positive ones; 255 colours, so that zero has the middle one.
    /// </summary>
    Diverging,

    /// <summary>Black to white, 256 colours: a channel of a picture looks as it is.</summary>
    Grey,

    /// <summary>Near-white to dark violet, 256 colours: probabilities, which are never negative.</summary>
    Probability,
}
