namespace Convscope.Core.Fields;

/// <summary>The receptive field of one cell: the smallest box about the pixels that it depends on.</summary>
/// <param name="Pixels">The box; null where it depends on no pixel.</param>
/// <param name="ReadsPadding">Whether padding is read on the way.</param>
/// <param name="HasGaps">Whether the box may hold pixels that the cell doesn't depend on.</param>
public readonly record struct CellField(PixelBox? Pixels, bool ReadsPadding, bool HasGaps)
{
    /// <summary>
    /// What is seen both ways. There are no gaps where one way alone sees all of the box; the script has a twin
    /// (<c>templates/js/compute/field.js</c>): change both.
    /// </summary>
    public CellField With(CellField other)
    {
        var readsPadding = ReadsPadding || other.ReadsPadding;
        if (Pixels is not { } mine || other.Pixels is not { } others)
            return (Pixels is null ? other : this) with { ReadsPadding = readsPadding };
        var both = mine.Union(others);
        return new(both, readsPadding, !(both == mine && !HasGaps) && !(both == others && !other.HasGaps));
    }
}

/// <summary>A box of pixels, all ends inclusive.</summary>
public readonly record struct PixelBox(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Rows.</summary>
    public int Height => Bottom - Top + 1;

    /// <summary>Columns.</summary>
    public int Width => Right - Left + 1;

    /// <summary>The smallest box that holds both.</summary>
    public PixelBox Union(PixelBox other) => new(
        Math.Min(Top, other.Top), Math.Min(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Max(Right, other.Right));
}
