using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Inference.Importing;

/// <summary>The operators that the importer builds from several nodes or from a tracked layout, not from one node alone.</summary>
internal static class KnownOperators
{
    /// <summary>Maps read in the given order of the axes (C, H, W).</summary>
    public static Operator Flatten(int[] order, Shape shape) => new Flatten([.. order]);

    /// <summary>A dense layer with weights [outputs, inputs], row-major, and a bias or none.</summary>
    public static Operator Dense(float[] weights, float[]? bias, int inputs, int outputs) => new Dense(weights, bias, inputs, outputs);
}
