using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>A <c>Split</c> is a slice for each of its outputs (https://onnx.ai/onnx/operators/onnx__Split.html).</summary>
internal sealed class Splitting : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Split") || import[node.Input[0]] is not Flow flow) return false;
        var rank = import.Probe.SizesOf(node.Input[0]).Length;
        var axis = Nodes.Attributes(node).TryGetValue("axis", out var given) ? (long)given : 0;
        if (axis < 0) axis += rank;
        if (axis < 0 || axis >= rank) return false;
        if (node.Output.Any(output => output.Length > 0 && !import.Probe.Has(output)
            && (import.ReadersOf(output).Count > 0 || import.IsOutput(output)))) return false;

        // Only what is read was recorded; what lies between has a known size only when all pieces are alike.
        var whole = import.Probe.SizesOf(node.Input[0])[axis];
        if (Starts(node, axis, whole, import) is not { } starts) return false;
        var used = 0;
        for (var i = 0; i < node.Output.Count; i++)
        {
            if (!import.Probe.Has(node.Output[i])) continue;
            var layout = import.Probe.SizesOf(node.Output[i]).Length == 4 ? flow.Layout : InputLayout.Nchw;
            var shown = layout == InputLayout.Nhwc ? ChannelsLast.Move(axis) : axis;
            var attributes = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["starts"] = new[] { starts[i] }, ["ends"] = new[] { starts[i + 1] }, ["axes"] = new[] { shown }, ["steps"] = new[] { 1L },
            };
            var shape = import.ShapeOf(node.Output[i], layout);
            var description = new NodeDescription("Slice", [flow.Shape], new Dictionary<int, Constant>(), attributes, shape);
            import.Add(used++ == 0 ? node.Name : "", node.Output[i], Explained.Make(description) ?? new Unexplained("Slice", shape),
                [flow], layout, description);
        }

        import.Changes.Add("split-to-slices", Nodes.NameOf(node), $"Split became a slice for each of {used} outputs");
        return true;
    }

    private static long[]? Starts(NodeProto node, long axis, long whole, Import import)
    {
        var sizes = Nodes.Attributes(node).TryGetValue("split", out var attribute) ? (long[])attribute
            : node.Input.Count > 1 && node.Input[1].Length > 0
                ? import[node.Input[1]] is Known known ? [.. known.Constant.Values.Select(size => (long)size)] : null
                : Even(whole, node.Output.Count);
        if (sizes is null || sizes.Length != node.Output.Count || sizes.Sum() != whole) return null;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (import.Probe.Has(node.Output[i]) && import.Probe.SizesOf(node.Output[i])[axis] != sizes[i]) return null;
        }

        return [.. sizes.Aggregate(new List<long> { 0 }, (starts, size) => [.. starts, starts[^1] + size])];
    }

    /// <summary>Pieces as alike as they can be; the last takes what is left.</summary>
    private static long[] Even(long whole, int pieces)
    {
        var size = (whole + pieces - 1) / pieces;
        return [.. Enumerable.Range(0, pieces).Select(i => Math.Clamp(whole - (i * size), 0, size))];
    }
}
