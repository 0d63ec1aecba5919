namespace Convscope.Core.Explain;

/// <summary>The error function, which .NET doesn't have.</summary>
public static class ErrorFunction
{
    /// <summary>
    /// <c>2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!</c>, whose terms all have the same sign and so don't cancel.
    /// </summary>
    public static double Of(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) > 6) return double.IsNaN(x) ? x : Math.Sign(x);
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
