using Convscope.Core.Operators;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Importing;

/// <summary>What one run of a model finds of its tensors, which an import needs to know.</summary>
internal interface IFindings
{
    /// <summary>True for a tensor that was recorded.</summary>
    bool Has(string name);

    /// <summary>The element type: <c>Float</c>, <c>Int64</c>.</summary>
    TensorElementType TypeOf(string name);

    /// <summary>The sizes, batch axis included.</summary>
    long[] SizesOf(string name);

    /// <summary>The values, or null for a type that isn't a number we read.</summary>
    Constant? ValuesOf(string name);

    /// <summary>All of it, and the values that were asked for by now, to be read as notes (<c>NotedFindings</c>); empty where that would be
    /// too long.</summary>
    byte[] ToNote();
}
