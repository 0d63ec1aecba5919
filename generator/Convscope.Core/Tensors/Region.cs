namespace Convscope.Core.Tensors;

/// <summary>
/// A box of cells, all ends inclusive. Rows and columns may lie outside the map: that part is padding.
/// </summary>
public readonly record struct Region(int FirstUnit, int LastUnit, int Top, int Left, int Bottom, int Right)
{
    /// <summary>The region of one cell.</summary>
    public static Region Of(Cell cell) => new(cell.Unit, cell.Unit, cell.Row, cell.Column, cell.Row, cell.Column);

    /// <summary>The whole of a tensor.</summary>
    public static Region All(Shape shape) => new(0, shape.Units - 1, 0, 0, shape.Height - 1, shape.Width - 1);

    /// <summary>Rows, padding included.</summary>
    public int Height => Bottom - Top + 1;

    /// <summary>Columns, padding included.</summary>
    public int Width => Right - Left + 1;

    /// <summary>True for a region without cells: an end comes before its start.</summary>
    public bool IsEmpty => LastUnit < FirstUnit || Bottom < Top || Right < Left;

    /// <summary>Whether any of its cells lies on a tensor of this shape.</summary>
    public bool Meets(Shape shape) =>
        !IsEmpty && FirstUnit < shape.Units && LastUnit >= 0 && Top < shape.Height && Bottom >= 0 && Left < shape.Width && Right >= 0;

    /// <summary>The smallest region that holds both.</summary>
    public Region Union(Region other) => new(
        Math.Min(FirstUnit, other.FirstUnit), Math.Max(LastUnit, other.LastUnit),
        Math.Min(Top, other.Top), Math.Min(Left, other.Left),
        Math.Max(Bottom, other.Bottom), Math.Max(Right, other.Right));

    /// <summary>The part that lies on a tensor of this shape.</summary>
    public Region Clip(Shape shape) => new(
        Math.Clamp(FirstUnit, 0, shape.Units - 1), Math.Clamp(LastUnit, 0, shape.Units - 1),
        Math.Clamp(Top, 0, shape.Height - 1), Math.Clamp(Left, 0, shape.Width - 1),
        Math.Clamp(Bottom, 0, shape.Height - 1), Math.Clamp(Right, 0, shape.Width - 1));
}
