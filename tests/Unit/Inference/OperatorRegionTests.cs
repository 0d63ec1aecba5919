using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What an operator says that a cell depends on, against what happens when a cell of its input changes.</summary>
public sealed class OperatorRegionTests
{
    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void Short_lists_tell_where_every_cell_of_a_copy_comes_from(string fixture, string model)
    {
        using var loaded = OperatorFixtures.Model(fixture, model).Load();
        foreach (var layer in loaded.Network.Layers)
        {
            if (layer.Operator is not Copy copy) continue;
            for (var i = 0; i < layer.Shape.Count; i++)
            {
                var cell = layer.Shape.CellAt(i);
                Assert.Equal(copy.OriginOf(cell), Told(copy.Describe(cell.Unit)!, cell));
                if (copy.Describe() is { Tensors.Count: > 0 } whole) Assert.Equal(copy.OriginOf(cell), Told(whole, cell));
            }
        }
    }

    /// <summary>As the script reads the description.</summary>
    private static Origin? Told(object description, Cell cell)
    {
        var index = Of<IEnumerable<long?>>(description, "rows").ElementAt(cell.Row)
            + Of<IEnumerable<long?>>(description, "columns").ElementAt(cell.Column);
        return index is { } from ? At(from, Of<int[]>(description, "sizes")) : null;
    }

    private static Origin? Told(OperatorDescription whole, Cell cell)
    {
        var index = whole.Tensors["units"][cell.Unit] + whole.Tensors["rows"][cell.Row] + whole.Tensors["columns"][cell.Column];
        return float.IsNaN(index) ? null : At((long)index + Of<long>(whole.Settings!, "start"), Of<int[]>(whole.Settings!, "sizes"));
    }

    private static T Of<T>(object description, string name) => (T)description.GetType().GetProperty(name)!.GetValue(description)!;

    private static Origin At(long index, int[] sizes)
    {
        var (line, column) = Math.DivRem(index, sizes[2]);
        var (map, row) = Math.DivRem(line, sizes[1]);
        var (operand, unit) = Math.DivRem(map, sizes[0]);
        return new((int)operand, new((int)unit, (int)row, (int)column));
    }
}
