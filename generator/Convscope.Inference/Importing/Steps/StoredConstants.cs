using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Steps, zero points and weights of a network that is quantised by pairs.</summary>
internal static class StoredConstants
{
    /// <summary>How a node that stores, or dequantises, does it; null where that hangs on the picture or differs along another axis than
    /// the units'.</summary>
    public static Quantiser? QuantiserOf(NodeProto node, Flow flow, Import import)
    {
        var constants = new Dictionary<int, Constant>();
        for (var i = 1; i < node.Input.Count; i++)
        {
            if (node.Input[i].Length == 0) continue;
            if (import[node.Input[i]] is not Known known) return null;
            constants[i] = known.Constant;
        }

        var whole = WholeNumbers.IsQuantize(node) ? node.Output[0] : node.Input[0];
        if (!import.Probe.Has(whole) || WholeNumbers.RangeOf(import.Probe.TypeOf(whole)) is not { } range) return null;
        var attributes = Nodes.Attributes(node);
        attributes["range"] = range;
        return Of(new(node.OpType, [flow.Shape], constants, attributes, flow.Shape));
    }

    /// <summary>Weights behind a <c>DequantizeLinear</c> as they are stored, with their steps and zero points; null where they aren't, or
    /// have other steps than one for all or one along an axis.</summary>
    public static (Constant Whole, Constant Steps, Constant? Zeros, long Axis)? Of(string tensor, Import import)
    {
        if (import.MakerOf(tensor) is not { } node || !WholeNumbers.IsDequantize(node)) return null;
        var attributes = Nodes.Attributes(node);
        if (attributes.TryGetValue("block_size", out var size) && (long)size != 0) return null;
        if (import[node.Input[0]] is not Known { Constant: var whole }
            || import[node.Input[1]] is not Known { Constant: var steps }) return null;
        var axis = attributes.TryGetValue("axis", out var given) ? (long)given : 1;
        if (axis < 0) axis += whole.Sizes.Count;
        if (steps.Values.Length != 1 && (axis >= whole.Sizes.Count || whole.Sizes[(int)axis] != steps.Values.Length)) return null;
        if (node.Input.Count < 3 || node.Input[2].Length == 0) return (whole, steps, null, steps.Values.Length == 1 ? -1 : axis);
        return import[node.Input[2]] is Known zeros ? (whole, steps, zeros.Constant, steps.Values.Length == 1 ? -1 : axis) : null;
    }

    /// <summary>A zero point of 0 where a node leaves it out.</summary>
    public static Constant ZeroOf(Quantiser quantiser) => new([], [quantiser.Zeros[0]]);

    /// <summary>The step of all units.</summary>
    public static Constant StepOf(Quantiser quantiser) => new([], [quantiser.Steps[0]]);

    private static Quantiser? Of(NodeDescription node)
    {
        try
        {
            var quantiser = Quantiser.Of(node, 1);
            return quantiser.IsAlongUnits(node) ? quantiser : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
