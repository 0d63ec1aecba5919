using System.Numerics;

namespace Convscope.Core.Fields;

/// <summary>Some rows of the picture, or some columns: a bit each.</summary>
public readonly record struct PixelSet
{
    private readonly BigInteger _bits;

    private PixelSet(BigInteger bits) => _bits = bits;

    /// <summary>True for none.</summary>
    public bool IsEmpty => _bits.IsZero;

    /// <summary>The first of a set that isn't empty.</summary>
    public int First => (int)BigInteger.TrailingZeroCount(_bits);

    /// <summary>The last; -1 of none.</summary>
    public int Last => (int)_bits.GetBitLength() - 1;

    /// <summary>From the first to the last, both counted; 0 of none.</summary>
    public int Length => IsEmpty ? 0 : Last - First + 1;

    /// <summary>Whether some between the first and the last are missing.</summary>
    public bool HasGaps => BigInteger.PopCount(_bits) < Length;

    /// <summary>What is in either.</summary>
    public static PixelSet operator |(PixelSet left, PixelSet right) => new(left._bits | right._bits);

    /// <summary>A single one.</summary>
    public static PixelSet Of(int pixel) => new(BigInteger.One << pixel);

    /// <summary>Whether all of another set is in this one.</summary>
    public bool Holds(PixelSet other) => (_bits | other._bits) == _bits;
}
