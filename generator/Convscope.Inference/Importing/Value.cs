using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing;

/// <summary>What is known of a tensor of the file while importing.</summary>
internal abstract record Value;

/// <summary>It is the same for every picture.</summary>
internal sealed record Known(Constant Constant) : Value;

/// <summary>It is what a layer gives, perhaps with its channels last.</summary>
/// <param name="Layer">The layer's id.</param>
/// <param name="Shape">The layer's shape, channels first.</param>
/// <param name="Layout">How the file's tensor orders its axes; <see cref="InputLayout.Nhwc"/> only with four of them.</param>
internal sealed record Flow(string Layer, Shape Shape, InputLayout Layout) : Value;

/// <summary>It is what the whole numbers of a layer stand for; a layer of its own only where somebody needs the fractions.</summary>
/// <param name="Whole">The whole numbers.</param>
/// <param name="By">The node that says what they stand for.</param>
/// <param name="As">How they stand for it.</param>
internal sealed record Stored(Flow Whole, NodeProto By, Quantiser As) : Value;

/// <summary>It isn't made of single-precision numbers, so it is no layer, but it passes on a dependency.</summary>
internal sealed record Opaque(ImmutableArray<Flow> From) : Value;
