namespace Convscope.Site.Views;

/// <summary>The receptive field of a cell on the picture, all ends inclusive.</summary>
/// <param name="Rows">Its rows, in words.</param>
/// <param name="Columns">Its columns, in words.</param>
/// <param name="Size">Its size, in words.</param>
/// <param name="PictureHeight">Rows of the input.</param>
/// <param name="PictureWidth">Columns of the input.</param>
/// <param name="Cursor">Its place on the picture; null where the cell sees no pixel.</param>
/// <param name="Rule">Size and step of every cell's field, in words.</param>
public sealed record ReceptiveView(string Rows, string Columns, string Size, int PictureHeight, int PictureWidth, CursorView? Cursor,
    string Rule)
{
    /// <summary>Whether padding is read.</summary>
    public bool ReadsPadding { get; init; }

    /// <summary>Whether not every pixel of the box need be seen.</summary>
    public bool HasGaps { get; init; }

    /// <summary>Whether it is known but at most.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>Whether any pixel is seen.</summary>
    public bool HasPixels => Cursor is not null;
}
