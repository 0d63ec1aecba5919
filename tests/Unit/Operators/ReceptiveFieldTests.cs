using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

public sealed class ReceptiveFieldTests
{
    private static Constant Ones(params int[] sizes) => new(sizes, [.. Enumerable.Repeat(1f, sizes.Aggregate((a, b) => a * b))]);

    private static Concat Branches() => new(new NodeDescription(
        "Concat", [new(1, 5, 5), new(2, 5, 5)], new Dictionary<int, Constant>(), new Dictionary<string, object>(), new(3, 5, 5)));

    private static Layer Layer(string id, Operator op, Shape shape, params string[] inputs) => new(id, id, op, [.. inputs], shape);

    /// <summary>Two branches of different windows and strides, put together, added to themselves, flattened.</summary>
    private static NetworkGraph Branching() => new("branching",
    [
        Layer("input", new Input(new(2, 9, 9)), new(2, 9, 9)),
        Layer("stem", Some.Conv(Ones(2, 1, 3, 3), null, Some.Window(3, padding: 1), groups: 2), new(2, 9, 9), "input"),
        Layer("wide", Some.Conv(Ones(1, 2, 3, 3), null, Some.Window(3, stride: 2, padding: 1)), new(1, 5, 5), "stem"),
        Layer("pool", new AveragePool(Some.Window(2, 2, padding: 1)), new(2, 5, 5), "stem"),
        Layer("both", Branches(), new(3, 5, 5), "wide", "pool"),
        Layer("deep", Some.Conv(Ones(3, 1, 2, 2), null, Some.Window(2), groups: 3), new(3, 4, 4), "both"),
        Layer("sum", new Add(), new(3, 4, 4), "deep", "deep"),
        Layer("flat", new Flatten([1, 2, 0]), new(48), "sum"),
    ]);

    [Fact]
    public void IsWhatAChangeOfTheInputReaches()
    {
        var network = Branching();
        var still = Run(network, -1);
        var reached = new Dictionary<(string, int), Region>();
        for (var i = 0; i < network.Input.Shape.Count; i++)
        {
            var changed = Run(network, i);
            var cell = Region.Of(At(i, network.Input.Shape));
            foreach (var layer in network.Layers)
            {
                for (var o = 0; o < layer.Shape.Count; o++)
                {
                    if (changed[layer.Id].Values[o] == still[layer.Id].Values[o]) continue;
                    reached[(layer.Id, o)] = reached.TryGetValue((layer.Id, o), out var others) ? others.Union(cell) : cell;
                }
            }
        }

        foreach (var layer in network.Layers)
        {
            for (var o = 0; o < layer.Shape.Count; o++)
                Assert.Equal((layer.Id, o, reached[(layer.Id, o)]), (layer.Id, o, ReceptiveField.Seen(network, layer, At(o, layer.Shape))));
        }
    }

    [Fact]
    public void GrowsAndJumpsWithTheStrides()
    {
        // Windows 3, then 2 with stride 2, then 3 dilated to 5: 3, 4, 4 + 4 · 2 = 12 rows; a jump of 2.
        var network = new NetworkGraph("chain",
        [
            Layer("input", new Input(new(1, 30, 30)), new(1, 30, 30)),
            Layer("conv", Some.Conv(Ones(1, 1, 3, 3), null, Some.Window(3, padding: 1)), new(1, 30, 30), "input"),
            Layer("pool", new MaxPool(Some.Window(2, 2)), new(1, 15, 15), "conv"),
            Layer("dilated", Some.Conv(Ones(1, 1, 3, 3), null, Some.Window(3, dilation: 2)), new(1, 11, 11), "pool"),
            Layer("mean", Some.Of("GlobalAveragePool", new(1, 11, 11)), new(1, 1, 1), "dilated"),
        ]);
        Assert.Equal(new FieldSteps(-1, -1, 3, 3, 1, 1), ReceptiveField.Steps(network, network["conv"]));
        Assert.Equal(new FieldSteps(-1, -1, 4, 4, 2, 2), ReceptiveField.Steps(network, network["pool"]));
        Assert.Equal(new FieldSteps(-1, -1, 12, 12, 2, 2), ReceptiveField.Steps(network, network["dilated"]));
        Assert.Equal(new FieldSteps(-1, -1, 32, 32, 0, 0), ReceptiveField.Steps(network, network["mean"]));
        Assert.Equal(new Region(0, 0, 0, 0, 1, 1), ReceptiveField.Seen(network, network["conv"], default));
    }

    [Fact]
    public void ACellThatReadsOnlyPaddingSeesNothing()
    {
        var network = new NetworkGraph("padded",
        [
            Layer("input", new Input(new(1, 2, 2)), new(1, 2, 2)),
            Layer("conv", Some.Conv(Ones(1, 1, 1, 1), null, Some.Window(1, padding: 1)), new(1, 4, 4), "input"),
        ]);
        Assert.Null(ReceptiveField.Seen(network, network["conv"], default));
        Assert.Equal(new Region(0, 0, -1, -1, -1, -1), ReceptiveField.Of(network, network["conv"], default));
    }

    private static Cell At(int index, Shape shape) =>
        new(index / shape.MapSize, index / shape.Width % shape.Height, index % shape.Width);

    private static Dictionary<string, Tensor> Run(NetworkGraph network, int changed)
    {
        var input = Enumerable.Repeat(1f, network.Input.Shape.Count).ToArray();
        if (changed >= 0) input[changed] = 100;
        var recorded = new Dictionary<string, Tensor> { [network.Input.Id] = new(network.Input.Shape, input) };
        foreach (var layer in network.Layers.Skip(1))
            recorded[layer.Id] = Some.Recorded(layer.Operator, [.. layer.Inputs.Select(id => recorded[id])]);
        return recorded;
    }
}
