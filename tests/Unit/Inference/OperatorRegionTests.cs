using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>What an operator says that a cell depends on, against what happens when a cell of its input changes.</summary>
public sealed class OperatorRegionTests
{
    private const int Changes = 40;

    [Theory]
    [MemberData(nameof(OperatorFixtures.All), MemberType = typeof(OperatorFixtures))]
    public void A_change_outside_of_the_region_changes_nothing(string fixture, string model)
    {
        using var loaded = OperatorFixtures.Model(fixture, model).Load();
        var activations = loaded.Run(Recompute.Picture(loaded.Network.Input));
        var random = new Random(5);
        foreach (var layer in loaded.Network.Layers.Where(layer => !layer.Inputs.IsEmpty))
        {
            var inputs = activations.InputsOf(layer);
            if (layer.Operator.Forward(inputs) is not { } before) continue;
            for (var change = 0; change < Changes; change++)
            {
                var input = random.Next(inputs.Count);
                var at = random.Next(inputs[input].Values.Length);
                var after = layer.Operator.Forward([.. inputs.Select((tensor, i) => i == input ? Changed(tensor, at) : tensor)])!;
                var cell = inputs[input].Shape.CellAt(at);
                foreach (var reached in Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]))
                {
                    var region = layer.Operator.InputRegion(input, Region.Of(layer.Shape.CellAt(reached)), inputs[input].Shape);
                    Assert.True(Holds(region, cell), $"{layer.Id} at {layer.Shape.CellAt(reached)} depends on {cell}, but says {region}");
                    Assert.True(layer.Operator.Reads(layer.Shape.CellAt(reached).Unit,
                        input), $"{layer.Id} says that it doesn't read input {input}");
                }
            }
        }
    }

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
                Assert.Equal(copy.OriginOf(cell), Told(copy.Describe(), cell));
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

    private static Tensor Changed(Tensor tensor, int at)
    {
        var values = tensor.Values.ToArray();
        values[at] += 9;
        return new(tensor.Shape, values);
    }

    private static bool Holds(Region region, Cell cell) =>
        cell.Unit >= region.FirstUnit && cell.Unit <= region.LastUnit && cell.Row >= region.Top && cell.Row <= region.Bottom
        && cell.Column >= region.Left && cell.Column <= region.Right;
}
