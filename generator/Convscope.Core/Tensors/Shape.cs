using System.Collections.Immutable;

namespace Convscope.Core.Tensors;

/// <summary>
/// The shape of an activation without its batch axis: <c>(C, H, W)</c> for feature maps, <c>(N)</c> for a vector.
/// Any other rank is seen as maps by <see cref="Units"/>, <see cref="Height"/> and <see cref="Width"/>.
/// </summary>
public sealed class Shape : IEquatable<Shape>
{
    /// <summary>Makes a shape from its sizes, outermost first.</summary>
    /// <exception cref="ArgumentException">A size is less than one.</exception>
    public Shape(params ReadOnlySpan<int> sizes)
    {
        foreach (var size in sizes)
        {
            if (size < 1) throw new ArgumentException($"a size is {size}, but sizes are at least 1", nameof(sizes));
        }

        Sizes = [.. sizes];
        Count = Sizes.Aggregate(1, (product, size) => checked(product * size));
        Units = Sizes.Length == 0 ? 1 : Sizes[0];
        Height = Sizes.Length >= 3 ? Sizes[1] : 1;
        Width = Sizes.Length switch { <= 1 => 1, 2 => Sizes[1], _ => Count / (Units * Height) };
    }

    /// <summary>The sizes, outermost first.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>True for <c>(N)</c>: every unit is one number.</summary>
    public bool IsVector => Sizes.Length <= 1;

    /// <summary>How many units: channels of maps, neurons of a vector.</summary>
    public int Units { get; }

    /// <summary>Rows of a unit's map; 1 for a vector.</summary>
    public int Height { get; }

    /// <summary>Columns of a unit's map, further axes folded in; 1 for a vector.</summary>
    public int Width { get; }

    /// <summary>Numbers in one unit's map.</summary>
    public int MapSize => Height * Width;

    /// <summary>Numbers in all.</summary>
    public int Count { get; }

    /// <summary>The place of a cell among all numbers, row-major.</summary>
    public int IndexOf(Cell cell) => (((cell.Unit * Height) + cell.Row) * Width) + cell.Column;

    /// <summary>The cell at a place among all numbers, row-major.</summary>
    public Cell CellAt(int index) => new(index / MapSize, index / Width % Height, index % Width);

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => Sizes.Aggregate(17, HashCode.Combine);

    /// <summary>As read in a label: <c>10 × 62 × 62</c>.</summary>
    public override string ToString() => string.Join(" × ", Sizes);
}
