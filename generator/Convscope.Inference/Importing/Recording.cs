using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Inference.Importing;

/// <summary>A layer and the tensor of the file that holds its values.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Tensor">The tensor's name.</param>
/// <param name="Layout">The order of the tensor's axes.</param>
internal sealed record Recording(Layer Layer, string Tensor, InputLayout Layout)
{
    /// <summary>What its operator was made from, where that was one node's description; steps that merge a node into it start from
    /// here.</summary>
    public NodeDescription? Node { get; init; }
}
