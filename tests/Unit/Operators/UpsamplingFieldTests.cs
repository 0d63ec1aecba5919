using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

/// <summary>Receptive fields that don't move on in equal steps.</summary>
public sealed class UpsamplingFieldTests
{
    private static readonly Shape Small = new(1, 4, 4);

    private static NetworkGraph Upsampled()
    {
        var twice = OperatorCatalog.Create(new(
            "Resize", [Small], new Dictionary<int, Constant> { [2] = new([4], [1, 1, 2, 2]) },
            new Dictionary<string, object> { ["coordinate_transformation_mode"] = "asymmetric", ["nearest_mode"] = "floor" }, new(1, 8, 8)));
        return new("upsampled",
        [
            new("input", "input", new Input(Small), [], Small),
            new("twice", "twice", twice, ["input"], new(1, 8, 8)),
            new("conv", "conv", Some.Conv(new([1, 1, 3, 3], [.. Enumerable.Repeat(1f, 9)]), null, Some.Window(3, padding: 1)), ["twice"], new(1, 8, 8)),
        ]);
    }

    [Fact]
    public void AreToldRowByRow()
    {
        var network = Upsampled();
        var table = ReceptiveField.Table(network, network["twice"])!;
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], table.Rows.Select(row => row[0]));
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], table.Columns.Select(column => column[1]));
        table = ReceptiveField.Table(network, network["conv"])!;
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 3], table.Rows.Select(row => row[0]));
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 3], table.Rows.Select(row => row[1]));
    }

    [Fact]
    public void OfEqualStepsThereIsNoTable()
    {
        var network = Upsampled();
        Assert.Null(ReceptiveField.Table(network, network["input"]));
    }
}
