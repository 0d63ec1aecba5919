using Convscope.Core.Network;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Networks that are quantised by pairs of <c>QuantizeLinear</c> and <c>DequantizeLinear</c>: what a person would draw is the node
/// between, on whole numbers. What dequantised numbers are read by that has no such form gets the dequantised layer before it.
/// </summary>
internal sealed class Quantising : IImportStep
{
    private static readonly string[] Movers = ["MaxPool", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Transpose", "Identity", "Slice"];

    /// <summary>The steps that a node goes through which only moves numbers, on whole ones.</summary>
    private readonly Lazy<IImportStep[]> _others;

    /// <param name="others">The steps after this one.</param>
    public Quantising(Func<IImportStep[]> others) => _others = new(others);

    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (WholeNumbers.IsDequantize(node)) return Dequantise(node, import);
        string[] stored = [.. Nodes.Reads(node).Where(name => import[name] is Stored).Distinct()];
        if (stored.Length > 0 && WholeNumbers.IsQuantize(node) && IsIdle(node, import)) return true;
        if (QuantisedNode.Of(node, import) is { } whole && whole.TryImport()) return true;
        if (stored.Length > 0 && TryMove(node, import)) return true;
        foreach (var name in stored) Materialise((Stored)import[name], import);
        return false;
    }

    /// <summary>Notes what whole numbers stand for, unless that is given to the outside.</summary>
    private static bool Dequantise(NodeProto node, Import import)
    {
        if (import[node.Input[0]] is not Flow flow || import.IsOutput(node.Output[0])
            || StoredConstants.QuantiserOf(node, flow, import) is not { } quantiser) return false;
        import[node.Output[0]] = new Stored(flow, node, quantiser);
        import.Changes.Add("fold-quantise", Nodes.NameOf(node), "DequantizeLinear left out where whole numbers are read as they are");
        return true;
    }

    /// <summary>What was dequantised, and stored again in the same way, is as it was.</summary>
    private static bool IsIdle(NodeProto node, Import import)
    {
        if (import[node.Input[0]] is not Stored stored || StoredConstants.QuantiserOf(node, stored.Whole, import) is not { } again
            || !again.Equals(stored.As)) return false;
        import[node.Output[0]] = stored.Whole;
        import.Changes.Add("fold-quantise", Nodes.NameOf(node), "QuantizeLinear left out: it stores again what was stored so");
        return true;
    }

    /// <summary>A node that moves numbers, between a dequantised tensor and one stored alike, moves whole ones.</summary>
    private bool TryMove(NodeProto node, Import import)
    {
        if (!Movers.Any(node.Is) || import[node.Input[0]] is not Stored stored || !import.Probe.Has(node.Output[0])) return false;
        if (import.OnlyReader(node.Output[0]) is { } reader && WholeNumbers.IsQuantize(reader) && reader.Input[0] == node.Output[0]
            && StoredConstants.QuantiserOf(reader, stored.Whole, import) is { } again && again.Equals(stored.As))
        {
            var moved = node.Clone();
            (moved.Input[0], moved.Output[0]) = (stored.By.Input[0], reader.Output[0]);
            if (!_others.Value.Any(step => step.TryImport(moved, import))) return false;
            import.Changes.Add("fold-quantise", Nodes.NameOf(reader), $"became a part of {Nodes.Label(node)}");
            return true;
        }

        // Without a QuantizeLinear behind it, whole numbers laid out in a row are still those that were recorded.
        if (stored.Whole is not { Layout: InputLayout.Nchw, Shape.Sizes.Length: 3 } || !(node.Is("Flatten") || node.Is("Reshape"))
            || import.IsOutput(node.Output[0])) return false;
        if (import.ShapeOf(node.Output[0]) is not { IsVector: true } shape || shape.Count != stored.Whole.Shape.Count) return false;
        var flat = import.AddReading(Nodes.NameOf(node), import.Of(stored.Whole).Tensor, KnownOperators.Flatten([0, 1, 2], shape),
            stored.Whole, shape);
        import[node.Output[0]] = stored with { Whole = flat };
        return true;
    }

    private static void Materialise(Stored stored, Import import)
    {
        if (import[stored.By.Output[0]] is not Stored) return;
        if (stored.Whole.Layer == ((Flow)import[stored.By.Input[0]]).Layer) _ = new OtherNodes().TryImport(stored.By, import);
    }
}
