using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Group normalisation (Wu and He, ECCV 2018) before it was an operator: the maps of each group laid out as one,
/// <c>InstanceNormalization</c>, and laid out as before; then mostly a <c>Mul</c> and an <c>Add</c> of a number a unit, which are its
/// scale and shift.
/// </summary>
internal sealed class WrittenGroupNorm : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("Reshape") || import.MakerOf(node.Input[0]) is not { } norm || !norm.Is("InstanceNormalization")) return false;
        if (import.MakerOf(norm.Input[0]) is not { } cut || !cut.Is("Reshape")) return false;
        if (import[cut.Input[0]] is not Flow { Shape.Sizes.Length: 3, Layout: InputLayout.Nchw } flow
            || !import.ShapeOf(node.Output[0]).Equals(flow.Shape)) return false;
        var units = flow.Shape.Units;
        if (import.Probe.SizesOf(cut.Output[0]) is not [1, var groups, ..] || units % groups != 0) return false;
        if (Numbers(norm.Input[1], (int)groups, import) is not { } scales || Numbers(norm.Input[2], (int)groups, import) is not { } shifts)
            return false;

        var (last, scale, shift) = (node, Spread(scales, units), Spread(shifts, units));
        if (scales.All(one => one == 1) && shifts.All(none => none == 0))
        {
            if (Next(node, "Mul", units, import) is var (mul, factors)) (last, scale) = (mul, factors);
            if (Next(last, "Add", units, import) is var (add, terms)) (last, shift) = (add, terms);
        }

        var attributes = Nodes.Attributes(norm);
        attributes["num_groups"] = groups;
        var constants = new Dictionary<int, Constant> { [1] = new([units], scale), [2] = new([units], shift) };
        var description = new NodeDescription("GroupNormalization", [flow.Shape], constants, attributes, flow.Shape);
        if (!import.TryAdd(Nodes.CommonName(cut.Name, last.Name), last.Output[0], description, [flow])) return false;
        for (var at = last; at != node; at = import.MakerOf(at.Input.First(name => import[name] is not Known))!)
            import[at.Output[0]] = import[last.Output[0]];
        import[node.Output[0]] = import[last.Output[0]];
        import.Changes.Add("group-norm", Nodes.NameOf(norm), $"several nodes are one normalisation of {groups} groups of channels",
            last.Output[0]);
        return true;
    }

    /// <summary>The one node that reads another, if it is of a type and its other operand is a number a unit.</summary>
    private static (NodeProto Node, float[] Numbers)? Next(NodeProto node, string opType, int units, Import import)
    {
        if (import.OnlyReader(node.Output[0]) is not { Input.Count: 2 } reader || !reader.Is(opType)) return null;
        var other = reader.Input[0] == node.Output[0] ? reader.Input[1] : reader.Input[0];
        if (import[other] is not Known { Constant: var constant } || constant.Values.Length != units) return null;
        return constant.Sizes.Count >= 3 && constant.Sizes[^3] == units ? (reader, constant.Values) : null;
    }

    private static float[]? Numbers(string tensor, int count, Import import) =>
        import[tensor] is Known { Constant.Values: var values } && values.Length == count ? values : null;

    private static float[] Spread(float[] groups, int units) =>
        [.. Enumerable.Range(0, units).Select(unit => groups[unit * groups.Length / units])];
}
