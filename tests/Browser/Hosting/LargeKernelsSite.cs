using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of a network with kernels of 3 to 11 rows, pools with padding beside negative numbers, and numbers of many
/// digits.</summary>
public sealed class LargeKernelsSite : OperatorsSite
{
    /// <inheritdoc/>
    protected override string Model => "large-kernels";

    /// <inheritdoc/>
    protected override byte[] ReadModel() => new ModelBuilder().Input(1, 3, 24, 24)
        .Weights("w3", 3, 3, 3, 3).Weights("b3", 3).Node("Conv", "image w3 b3", "three", ("pads", new[] { 1, 1, 1, 1 }))
        .Weights("w5", 2, 3, 5, 5).Node("Conv", "three w5", "five", ("pads", new[] { 2, 2, 2, 2 }))
        .Weights("w7", 2, 2, 7, 7).Weights("b7", 2).Node("Conv", "five w7 b7", "seven", ("pads", new[] { 3, 3, 3, 3 }))
        .Weights("w11", 2, 2, 11, 11).Node("Conv", "seven w11", "eleven", ("pads", new[] { 5, 5, 5, 5 }), ("strides", new[] { 2, 2 }))
        .Node("MaxPool", "eleven", "max", ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }))
        .Node("AveragePool", "max", "mean", ("kernel_shape", new[] { 7, 7 }), ("pads", new[] { 3, 3, 3, 3 }))
        .Floats("third", [], 3).Node("Pow", "mean third", "cube").Output("cube").Model.ToByteArray();
}
