using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The line of numbers that lies through a cell along one axis: the units at its place, or the columns of its row.</summary>
/// <param name="AlongColumns">Whether it runs along the columns.</param>
public sealed record CellLine(bool AlongColumns)
{
    /// <summary>Along the axis that a node names.</summary>
    /// <param name="node">The node.</param>
    /// <param name="otherwise">The axis where it names none, counted with that of the batch.</param>
    /// <exception cref="NotSupportedException">It is neither that of the units nor that of the columns.</exception>
    public static CellLine Of(NodeDescription node, int otherwise)
    {
        var rank = node.OnlyInput.Sizes.Length;
        var axis = node.Int("axis", otherwise);
        if (axis < 0) axis += rank + 1;
        var alongColumns = axis == rank && rank is 2 or 3;
        return axis == 1 || alongColumns ? new(alongColumns) : throw new NotSupportedException();
    }

    /// <summary>Where the number at an index of the line stands.</summary>
    public Cell Place(Cell cell, int index) => AlongColumns ? cell with { Column = index } : cell with { Unit = index };

    /// <summary>At which index a cell stands.</summary>
    public int IndexOf(Cell cell) => AlongColumns ? cell.Column : cell.Unit;

    /// <summary>How many numbers it has.</summary>
    public int CountOf(Shape shape) => AlongColumns ? shape.Width : shape.Units;

    /// <summary>The same shape with so many numbers on the line.</summary>
    public Shape With(Shape shape, int count)
    {
        var sizes = shape.Sizes.ToArray();
        sizes[AlongColumns ? ^1 : 0] = count;
        return new(sizes);
    }

    /// <summary>Its numbers, of the line through a cell.</summary>
    public float[] Of(Tensor tensor, Cell cell)
    {
        var numbers = new float[CountOf(tensor.Shape)];
        for (var k = 0; k < numbers.Length; k++) numbers[k] = tensor[Place(cell, k)];
        return numbers;
    }

    /// <summary>A cell that reads all of the line through it.</summary>
    public Reading Reading(Shape input) => AlongColumns
        ? AxisReading.Same with { Columns = _ => AxisTaps.All(input.Width) }
        : AxisReading.Same with { Units = _ => AxisTaps.All(input.Units) };
}
