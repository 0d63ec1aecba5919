using System.Collections.Immutable;
using Convscope.Core.Operators;

namespace Convscope.Inference.Naming;

/// <summary>All that a file says of where a layer comes from.</summary>
/// <param name="Operator">What it does.</param>
/// <param name="Node">The name of its node, or empty.</param>
/// <param name="Tensor">The name of what it gives.</param>
/// <param name="Scopes">The modules around it, the outermost first, as PyTorch's newer exporter notes them; the last is what the tracer
/// called the node.</param>
/// <param name="Weights">The names of the weights that it works with.</param>
/// <param name="Inputs">Positions of the layers that it reads.</param>
internal sealed record LayerOrigin(
    Operator Operator, string Node, string Tensor, ImmutableArray<string> Scopes, ImmutableArray<string> Weights,
    ImmutableArray<int> Inputs)
{
    /// <summary>What its operator is called where nothing else tells it from others: <c>max_pool</c>.</summary>
    public string Word => Core.Planning.Slug.Of(Operator.ShortName, "layer").Replace('-', '_');
}
