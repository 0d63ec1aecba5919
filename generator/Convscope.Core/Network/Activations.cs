using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>What every layer gave for one picture, in the layers' canonical layout <c>(C, H, W)</c> or <c>(N)</c>.</summary>
public sealed class Activations(IReadOnlyDictionary<string, Tensor> byLayer)
{
    /// <summary>The recorded output of a layer.</summary>
    public Tensor this[Layer layer] => byLayer[layer.Id];

    /// <summary>The recorded outputs that a layer reads.</summary>
    public IReadOnlyList<Tensor> InputsOf(Layer layer) => [.. layer.Inputs.Select(id => byLayer[id])];
}
