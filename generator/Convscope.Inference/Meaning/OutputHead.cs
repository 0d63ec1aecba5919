using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Meaning;

/// <summary>The end of a network as far as it says what its main output is.</summary>
/// <param name="Output">The layer that classes are read from.</param>
/// <param name="Kind">What it ends in.</param>
/// <param name="Names">The names that the author gave to it: of the output, of its node, of what the node reads.</param>
/// <param name="IsNormalised">Whether it is brought to length 1 at the end.</param>
internal sealed record OutputHead(Layer Output, HeadKind Kind, IReadOnlyList<string> Names, bool IsNormalised)
{
    /// <summary>So near to its end a network brings an embedding to length 1.</summary>
    private const int NearEnd = 6;

    /// <summary>Looks at the end of a network.</summary>
    public static OutputHead Of(GraphProto graph, IReadOnlyList<Recording> recordings, string main)
    {
        var output = recordings.First(recording => recording.Layer.Id == main);
        var last = output;
        while (last.Layer.Operator.OnlyReshapes
            && recordings.FirstOrDefault(other => other.Layer.Id == last.Layer.Inputs[0]) is { } before) last = before;
        var made = graph.Node.FirstOrDefault(node => node.Output.Contains(output.Tensor));
        var node = graph.Node.FirstOrDefault(node => node.Output.Contains(last.Tensor));
        var kind = output.Layer.Shape.MapSize != 1 ? HeadKind.Maps : KindOf(last);
        return new(
            output.Layer, kind, [output.Tensor, output.Layer.Name, .. made?.Input ?? [], last.Layer.Name, .. node?.Input.Skip(1) ?? []],
            graph.Node.TakeLast(NearEnd).Any(end => end.OpType is "LpNormalization" or "ReduceL2"));
    }

    private static HeadKind KindOf(Recording last) => last.Layer.Operator.Gives switch
    {
        OutputKind.Shares => HeadKind.Softmax,
        OutputKind.LogShares => HeadKind.LogSoftmax,
        OutputKind.Probabilities => HeadKind.Sigmoid,
        OutputKind.Linear => HeadKind.Linear,
        _ => HeadKind.Other,
    };
}

/// <summary>What a network ends in.</summary>
internal enum HeadKind
{
    /// <summary>Probabilities that add up to 1.</summary>
    Softmax,

    /// <summary>The logarithms of such.</summary>
    LogSoftmax,

    /// <summary>Numbers between 0 and 1, each on its own.</summary>
    Sigmoid,

    /// <summary>Numbers of any size and sign: logits, or what a regressor says.</summary>
    Linear,

    /// <summary>Other numbers.</summary>
    Other,

    /// <summary>More than one number a unit.</summary>
    Maps,
}
