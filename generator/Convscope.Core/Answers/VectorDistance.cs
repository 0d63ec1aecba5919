namespace Convscope.Core.Answers;

/// <summary>How near two embeddings are.</summary>
/// <param name="Cosine">The cosine of the angle between them, 1 for the same direction; not a number where one is zero.</param>
/// <param name="Euclidean">The distance of their ends.</param>
public readonly record struct VectorDistance(double Cosine, double Euclidean)
{
    /// <summary>Compares two vectors of one length.</summary>
    public static VectorDistance Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double product = 0, ofA = 0, ofB = 0, apart = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += (double)a[i] * b[i];
            ofA += (double)a[i] * a[i];
            ofB += (double)b[i] * b[i];
            apart += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        }

        return new(product / (Math.Sqrt(ofA) * Math.Sqrt(ofB)), Math.Sqrt(apart));
    }
}
