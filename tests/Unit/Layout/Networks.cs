using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Layout;

/// <summary>Small networks for the overview to place.</summary>
internal static class Networks
{
    private static readonly Window Three = new(new(3, 1, 1, 1, 1), new(3, 1, 1, 1, 1));

    /// <summary>An input, a convolution of so many units, its ReLU, a strip, a dense layer.</summary>
    public static NetworkGraph Chain(int units, int outputs = 3, int side = 4) => new(
        "chain",
        [
            InputOf(3, side),
            Conv("conv", "input", 3, units, side),
            new("relu", "relu", new Relu(), ["conv"], new(units, side, side)),
            new("flatten", "flatten", new Flatten([0, 1, 2]), ["relu"], new(units * side * side)),
            new("dense", "dense", new Dense(new float[units * side * side * outputs], new float[outputs], units * side * side, outputs),
                ["flatten"], new(outputs)),
        ]);

    /// <summary>One convolution read by two, which are joined, and added to the first again.</summary>
    public static NetworkGraph Branches() => new(
        "branches",
        [
            InputOf(2, 4),
            Conv("stem", "input", 2, 4, 4),
            Conv("left", "stem", 4, 3, 4),
            Conv("right", "stem", 4, 1, 4),
            new("join", "join", new Concat(new(3, 4, 4), new(1, 4, 4)), ["left", "right"], new(4, 4, 4)),
            new("sum", "sum", new Add(), ["join", "stem"], new(4, 4, 4)),
        ]);

    /// <summary>A depthwise convolution: each unit reads one channel.</summary>
    public static NetworkGraph Depthwise(int units) => new(
        "depthwise",
        [
            InputOf(units, 4),
            new("depthwise", "depthwise", new Conv(new float[units * 9], new float[units], 1, Three, units), ["input"], new(units, 4, 4)),
        ]);

    /// <summary>All units of every layer, none of a flatten.</summary>
    public static Func<Layer, int, ImmutableArray<int>> AllUnits(NetworkGraph network) => (layer, most) =>
        network[layer.Id].Operator is Flatten ? [] : [.. Enumerable.Range(0, Math.Min(most, layer.Shape.Units))];

    /// <summary>A convolution whose weight from channel i to every unit is i, but minus that for odd i.</summary>
    public static Layer Conv(string id, string input, int channels, int units, int side)
    {
        var weights = Enumerable.Range(0, units * channels * 9).Select(i => (float)((i / 9 % channels) * (i / 9 % 2 == 0 ? 1 : -1)));
        return new(id, id, new Conv([.. weights], new float[units], channels, Three), [input], new Shape(units, side, side));
    }

    public static Layer InputOf(int channels, int side) =>
        new("input", "input", new Input(new(channels, side, side)), [], new(channels, side, side));
}
