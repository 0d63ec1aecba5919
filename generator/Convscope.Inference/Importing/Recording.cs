using Convscope.Core.Network;

namespace Convscope.Inference.Importing;

/// <summary>A layer and the tensor of the file that holds its values.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Tensor">The tensor's name.</param>
/// <param name="Layout">The order of the tensor's axes.</param>
internal sealed record Recording(Layer Layer, string Tensor, InputLayout Layout);
