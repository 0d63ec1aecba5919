using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Core.Layout;

/// <summary>What a layer is for, as far as the drawing of a network goes.</summary>
public enum LayerRole
{
    /// <summary>Holds the picture.</summary>
    Input,

    /// <summary>Weighs and sums its inputs: convolution, dense.</summary>
    Mix,

    /// <summary>Scales and shifts: batch normalisation, a constant factor.</summary>
    Normalise,

    /// <summary>A function of one number, or anything else that keeps its shape: ReLU, softmax.</summary>
    Activate,

    /// <summary>Takes a window's largest or mean.</summary>
    Pool,

    /// <summary>Brings several layers together: addition, concatenation.</summary>
    Join,

    /// <summary>Moves numbers about: flatten, reshape, resize.</summary>
    Rearrange,
}

/// <summary>Finds the role of a layer from its operator.</summary>
public static class LayerRoles
{
    /// <summary>The role of a layer.</summary>
    public static LayerRole RoleOf(Layer layer, NetworkGraph network) => layer.Operator switch
    {
        _ when layer.Inputs.IsEmpty => LayerRole.Input,
        _ when layer.Inputs.Distinct().Count() > 1 => LayerRole.Join,
        Activation => LayerRole.Activate,
        Pool => LayerRole.Pool,
        { Kind: var kind } when kind.Contains("pool", StringComparison.Ordinal) => LayerRole.Pool,
        { Kind: var kind } when kind.Contains("norm", StringComparison.Ordinal) || kind == "lrn" => LayerRole.Normalise,
        { Kind: var kind } when kind.EndsWith("relu", StringComparison.Ordinal) => LayerRole.Activate,
        Elementwise => LayerRole.Normalise,
        { Parameters: > 0 } => LayerRole.Mix,
        _ when IsMean(network[layer.Inputs[0]].Shape, layer.Shape) => LayerRole.Pool,
        _ when network[layer.Inputs[0]].Shape.Equals(layer.Shape) => LayerRole.Activate,
        _ => LayerRole.Rearrange,
    };

    /// <summary>Whether each unit reads one channel of its own.</summary>
    public static bool IsDepthwise(Layer layer) => layer.Operator is Conv { Groups: > 1, IsPerUnit: true };

    /// <summary>As many units, but each only one number.</summary>
    private static bool IsMean(Shape from, Shape to) => from.Units == to.Units && from.MapSize > 1 && to.MapSize == 1;
}
