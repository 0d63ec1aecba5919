using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// A product of what flows and a constant matrix, summed over one axis: of a <c>MatMul</c>, or of an <c>Einsum</c> that says no more.
/// </summary>
/// <param name="At">Which of the node's inputs flows.</param>
/// <param name="Axis">The axis that is summed over, counted with the batch's; a new one takes its place.</param>
/// <param name="Rank">How many axes flow.</param>
/// <param name="Matrix">The matrix <c>(new, summed)</c>.</param>
internal sealed record Contraction(int At, int Axis, int Rank, Constant Matrix)
{
    /// <summary>What a node says, or null where it isn't one.</summary>
    public static Contraction? Of(NodeProto node, Import import)
    {
        if (node.Input.Count != 2 || !(node.Is("MatMul") || node.Is("Einsum"))) return null;
        var at = import[node.Input[0]] is Flow ? 0 : 1;
        if (import[node.Input[at]] is not Flow || import[node.Input[1 - at]] is not Known { Constant: { Sizes.Count: 2 } matrix })
            return null;
        var rank = import.Probe.SizesOf(node.Input[at]).Length;
        if (node.Is("MatMul")) return at == 0 ? new(at, rank - 1, rank, Turned(matrix)) : rank == 3 ? new(at, 1, rank, matrix) : null;
        return Nodes.Attributes(node).GetValueOrDefault("equation") is string equation ? Read(equation, at, rank, matrix) : null;
    }

    /// <summary>Reads <c>bchw,oc-&gt;bohw</c>: every letter once a term, the batch first and kept, one letter summed over, and what is new
    /// in its place.</summary>
    private static Contraction? Read(string equation, int at, int rank, Constant matrix)
    {
        var sides = string.Concat(equation.Where(letter => !char.IsWhiteSpace(letter))).Split("->");
        if (sides is not [var left, var result] || left.Split(',') is not { Length: 2 } terms) return null;
        var (flow, weights) = (terms[at], terms[1 - at]);
        if (!IsPlain(flow) || !IsPlain(weights) || !IsPlain(result) || weights.Contains(flow[0], StringComparison.Ordinal)) return null;
        if (flow.Length != rank || weights.Length != 2 || flow.Length != result.Length) return null;
        var axis = Enumerable.Range(0, rank).Where(i => flow[i] != result[i]).ToArray();
        if (axis is not [var summed]) return null;
        return weights == $"{result[summed]}{flow[summed]}" ? new(at, summed, rank, matrix)
            : weights == $"{flow[summed]}{result[summed]}" ? new(at, summed, rank, Turned(matrix)) : null;
    }

    private static bool IsPlain(string term) => term.Length > 0 && term.All(char.IsAsciiLetter) && term.Distinct().Count() == term.Length;

    private static Constant Turned(Constant matrix) =>
        new([matrix.Sizes[1], matrix.Sizes[0]], Permutation.Swap(matrix.Values, matrix.Sizes[0], matrix.Sizes[1]));
}
