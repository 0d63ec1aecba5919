using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Reading;

/// <summary>Reads constants of a model, trusting no size that it declares.</summary>
internal static class TensorReader
{
    /// <summary>Checks that a tensor holds as many values as its sizes say.</summary>
    /// <exception cref="DiagnosticException">CS1102 when it doesn't.</exception>
    public static void Check(TensorProto tensor, SourceSpan file)
    {
        if (Numbers.Width((Type)tensor.DataType) is not { } width) return;
        var count = CountOf(tensor, file);
        if (IsExternal(tensor)) return;
        var given = tensor.HasRawData ? tensor.RawData.Length / width : Typed(tensor);
        if (tensor.HasRawData && tensor.RawData.Length % width != 0)
            throw ModelText.Unsupported(
                $"{NameOf(tensor)} holds {tensor.RawData.Length} bytes, which are no whole number of values of {width} bytes each: the file is damaged; export it again", file);
        if (given != count)
            throw ModelText.Unsupported(
                $"{NameOf(tensor)} declares {count} values ({string.Join(" × ", tensor.Dims)}) but holds {given}: the file is damaged; export it again", file);
    }

    /// <summary>True when the values lie in a second file.</summary>
    public static bool IsExternal(TensorProto tensor) => tensor.DataLocation == TensorProto.Types.DataLocation.External;

    /// <summary>A tensor's name in messages.</summary>
    public static string NameOf(TensorProto tensor) => tensor.Name.Length > 0 ? ModelText.Quoted(tensor.Name) : "a constant";

    /// <summary>How many values a tensor declares.</summary>
    /// <exception cref="DiagnosticException">CS1102 when its sizes are impossible.</exception>
    public static long CountOf(TensorProto tensor, SourceSpan file) => Shapes.Count([.. tensor.Dims])
        ?? throw ModelText.Unsupported($"{NameOf(tensor)} declares impossible sizes: {string.Join(" × ", tensor.Dims)}", file);

    /// <summary>The values as single-precision numbers, or null for a type that isn't a number.</summary>
    public static Constant? Read(TensorProto tensor)
    {
        int[] sizes = [.. tensor.Dims.Select(size => (int)size)];
        if (!tensor.HasRawData) return FromFields(tensor) is { } typed ? new(sizes, typed) : null;
        var type = (Type)tensor.DataType;
        if (Numbers.Width(type) is not { } width) return null;
        var values = new float[tensor.RawData.Length / width];
        Numbers.Convert(type, tensor.RawData.Span, values);
        return new(sizes, values);
    }

    private static float[]? FromFields(TensorProto tensor) => (Type)tensor.DataType switch
    {
        Type.Float => [.. tensor.FloatData],
        Type.Double => [.. tensor.DoubleData.Select(value => (float)value)],
        Type.Int64 => [.. tensor.Int64Data.Select(value => (float)value)],
        Type.Uint32 or Type.Uint64 => [.. tensor.Uint64Data.Select(value => (float)value)],
        Type.Float16 => [.. tensor.Int32Data.Select(value => (float)BitConverter.UInt16BitsToHalf((ushort)value))],
        Type.Bfloat16 => [.. tensor.Int32Data.Select(value => Numbers.Brain((ushort)value))],
        Type.Int32 or Type.Int16 or Type.Int8 or Type.Uint16 or Type.Uint8 or Type.Bool =>
            [.. tensor.Int32Data.Select(value => (float)value)],
        _ => null,
    };

    private static long Typed(TensorProto tensor) => (Type)tensor.DataType switch
    {
        Type.Float => tensor.FloatData.Count,
        Type.Double => tensor.DoubleData.Count,
        Type.Int64 => tensor.Int64Data.Count,
        Type.Uint32 or Type.Uint64 => tensor.Uint64Data.Count,
        _ => tensor.Int32Data.Count,
    };
}
