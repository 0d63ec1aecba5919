using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Meaning;

/// <summary>The end of a network as far as it says what its main output is.</summary>
/// <param name="Output">The layer that classes are read from.</param>
/// <param name="Kind">What its numbers are; nothing is known of maps.</param>
/// <param name="Names">The names that the author gave to it: of the output, of its node, of what the node reads.</param>
/// <param name="IsNormalised">Whether it is brought to length 1 at the end.</param>
internal sealed record OutputHead(Layer Output, OutputKind Kind, IReadOnlyList<string> Names, bool IsNormalised)
{
    /// <summary>So near to its end a network brings an embedding to length 1.</summary>
    private const int NearEnd = 6;

    /// <summary>Whether it gives more than one number a unit.</summary>
    public bool GivesMaps => Output.Shape.MapSize != 1;

    /// <summary>Looks at the end of a network.</summary>
    public static OutputHead Of(GraphProto graph, IReadOnlyList<Recording> recordings, string main)
    {
        var output = recordings.First(recording => recording.Layer.Id == main);
        var last = output;
        while (last.Layer.Operator.OnlyReshapes
            && recordings.FirstOrDefault(other => other.Layer.Id == last.Layer.Inputs[0]) is { } before) last = before;
        var made = graph.Node.FirstOrDefault(node => node.Output.Contains(output.Tensor));
        var node = graph.Node.FirstOrDefault(node => node.Output.Contains(last.Tensor));
        var kind = output.Layer.Shape.MapSize != 1 ? OutputKind.Other : last.Layer.Operator.Gives;
        return new(
            output.Layer, kind, [output.Tensor, output.Layer.Name, .. made?.Input ?? [], last.Layer.Name, .. node?.Input.Skip(1) ?? []],
            graph.Node.TakeLast(NearEnd).Any(end => end.OpType is "LpNormalization" or "ReduceL2"));
    }
}
