using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Running;

/// <summary>Reads a tensor of the runtime as single-precision numbers; true and false are 1 and 0.</summary>
internal static class SingleNumbers
{
    /// <summary>The values, or null for a type that isn't a number we read.</summary>
    public static float[]? Of(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Double => Convert(value.GetTensorDataAsSpan<double>(), x => (float)x),
        TensorElementType.Int64 => Convert(value.GetTensorDataAsSpan<long>(), x => (float)x),
        TensorElementType.Int32 => Convert(value.GetTensorDataAsSpan<int>(), x => (float)x),
        TensorElementType.Int16 => Convert(value.GetTensorDataAsSpan<short>(), x => (float)x),
        TensorElementType.UInt16 => Convert(value.GetTensorDataAsSpan<ushort>(), x => (float)x),
        TensorElementType.Int8 => Convert(value.GetTensorDataAsSpan<sbyte>(), x => (float)x),
        TensorElementType.UInt8 => Convert(value.GetTensorDataAsSpan<byte>(), x => (float)x),
        TensorElementType.UInt32 => Convert(value.GetTensorDataAsSpan<uint>(), x => (float)x),
        TensorElementType.UInt64 => Convert(value.GetTensorDataAsSpan<ulong>(), x => (float)x),
        TensorElementType.Bool => Convert(value.GetTensorDataAsSpan<bool>(), x => x ? 1f : 0f),
        _ => null,
    };

    private static float[] Convert<T>(ReadOnlySpan<T> from, Func<T, float> convert)
    {
        var to = new float[from.Length];
        for (var i = 0; i < to.Length; i++) to[i] = convert(from[i]);
        return to;
    }
}
