using System.Buffers.Binary;
using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Reading;

/// <summary>Reads constants of a model, trusting no size that it declares.</summary>
internal static class TensorReader
{
    /// <exception cref="DiagnosticException">CS1102 when the values are elsewhere or not as many as the sizes say.</exception>
    public static void Check(TensorProto tensor, SourceSpan file)
    {
        var name = tensor.HasName ? Plain.Quoted(tensor.Name) : "a constant";
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            throw Plain.Unsupported(
                $"{name} is kept in a second file; save the model as one file (onnx.save with save_as_external_data=False)", file);
        }

        if (Bytes(tensor) is not { } width) return;
        var count = Shapes.Count([.. tensor.Dims])
            ?? throw Plain.Unsupported($"{name} declares impossible sizes: {string.Join(" × ", tensor.Dims)}", file);
        var given = tensor.HasRawData ? tensor.RawData.Length / (double)width : Typed(tensor);
        if (given != count)
            throw Plain.Unsupported($"{name} declares {count} values ({string.Join(" × ", tensor.Dims)}) but holds {given}", file);
    }

    /// <summary>The values as single-precision numbers, or null for a type that isn't a number.</summary>
    public static Constant? Read(TensorProto tensor)
    {
        int[] sizes = [.. tensor.Dims.Select(size => (int)size)];
        if (!tensor.HasRawData)
        {
            float[]? typed = (Type)tensor.DataType switch
            {
                Type.Float => [.. tensor.FloatData],
                Type.Double => [.. tensor.DoubleData.Select(value => (float)value)],
                Type.Int64 => [.. tensor.Int64Data.Select(value => (float)value)],
                Type.Float16 => [.. tensor.Int32Data.Select(value => (float)BitConverter.UInt16BitsToHalf((ushort)value))],
                Type.Int32 or Type.Int16 or Type.Int8 or Type.Uint16 or Type.Uint8 or Type.Bool =>
                    [.. tensor.Int32Data.Select(value => (float)value)],
                _ => null,
            };
            return typed is null ? null : new(sizes, typed);
        }

        if (Bytes(tensor) is not { } width) return null;
        var raw = tensor.RawData.Span;
        var values = new float[raw.Length / width];
        for (var i = 0; i < values.Length; i++) values[i] = One((Type)tensor.DataType, raw.Slice(i * width, width));
        return new(sizes, values);
    }

    private static float One(Type type, ReadOnlySpan<byte> bytes) => type switch
    {
        Type.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        Type.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        Type.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        Type.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        Type.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        Type.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        Type.Uint16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        Type.Int8 => (sbyte)bytes[0],
        _ => bytes[0],
    };

    private static int? Bytes(TensorProto tensor) => (Type)tensor.DataType switch
    {
        Type.Double or Type.Int64 => 8,
        Type.Float or Type.Int32 => 4,
        Type.Float16 or Type.Int16 or Type.Uint16 => 2,
        Type.Int8 or Type.Uint8 or Type.Bool => 1,
        _ => null,
    };

    private static double Typed(TensorProto tensor) => (Type)tensor.DataType switch
    {
        Type.Float => tensor.FloatData.Count,
        Type.Double => tensor.DoubleData.Count,
        Type.Int64 => tensor.Int64Data.Count,
        _ => tensor.Int32Data.Count,
    };
}
