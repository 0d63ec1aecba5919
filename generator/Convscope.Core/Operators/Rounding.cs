namespace Convscope.Core.Operators;

/// <summary>
/// How far single precision may lead from the exact result. Every step rounds what it gives by at most <see cref="Unit"/> of it, so that
/// what counts is what was added up on the way, not what came out: a kernel whose weights cancel out gives 0 on a plain picture, and
/// the error of its products stays (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, chapters 3 and 4).
/// </summary>
public static class Rounding
{
    /// <summary>The most that rounding changes a number, as a share of it.</summary>
    public const double Unit = 1.0 / (1 << 24);

    /// <summary>The smallest number that is rounded so; a runtime may take smaller ones for 0.</summary>
    public const double Least = 1.2e-38;

    /// <summary>
    /// The bound of a sum, in whatever order a runtime adds up. Errors of terms that differ go either way, and grow with the root of their
    /// number; those of terms that are alike, as on a plain picture, all go one way, and reach a third of their number at most.
    /// </summary>
    /// <param name="exact">The sum.</param>
    /// <param name="magnitude">The sum of the terms' absolute values.</param>
    /// <param name="terms">How many they are.</param>
    public static double OfSum(double exact, double magnitude, double terms) =>
        (Unit * ((((terms / 3) + 2) * Math.Abs(exact)) + ((Math.Sqrt(terms) + 2) * magnitude))) + (terms * Least);

    /// <summary>The bounds of cells that are worked out in a few steps.</summary>
    /// <param name="exact">The cells.</param>
    /// <param name="magnitude">The largest number on the way to a cell.</param>
    public static double[] OfSteps(double[] exact, Func<int, double> magnitude)
    {
        const int Steps = 8;
        var bounds = new double[exact.Length];
        for (var i = 0; i < bounds.Length; i++) bounds[i] = OfSum(exact[i], magnitude(i), Steps);
        return bounds;
    }
}
