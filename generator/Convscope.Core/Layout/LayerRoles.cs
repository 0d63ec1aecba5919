using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>Finds the role of a layer from its operator.</summary>
public static class LayerRoles
{
    /// <summary>The role of a layer.</summary>
    public static LayerRole RoleOf(Layer layer, NetworkGraph network) => layer.Operator switch
    {
        _ when layer.Inputs.IsEmpty => LayerRole.Input,
        _ when layer.Inputs.Distinct().Count() > 1 => LayerRole.Join,
        var op => op.Role(network[layer.Inputs[0]].Shape, layer.Shape),
    };

    /// <summary>Whether each unit reads one channel of its own.</summary>
    public static bool IsDepthwise(Layer layer) =>
        layer.Operator.IsPerUnit && layer is { Operator: IHasKernels { InputsPerGroup: 1 }, Shape.Units: > 1 };
}
