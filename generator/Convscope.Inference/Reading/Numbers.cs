using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Reading;

/// <summary>Numbers as ONNX stores them in raw bytes, little-endian, to single precision.</summary>
internal static class Numbers
{
    /// <summary>Bytes of one number, or null for a type that isn't one we read.</summary>
    public static int? Width(Type type) => type switch
    {
        Type.Double or Type.Int64 or Type.Uint64 => 8,
        Type.Float or Type.Int32 or Type.Uint32 => 4,
        Type.Float16 or Type.Bfloat16 or Type.Int16 or Type.Uint16 => 2,
        Type.Int8 or Type.Uint8 or Type.Bool => 1,
        _ => null,
    };

    /// <summary>True for types that hold fractions, which we all compute in single precision.</summary>
    public static bool IsReal(Type type) => type is Type.Float or Type.Double or Type.Float16 or Type.Bfloat16;

    /// <summary>Converts as many numbers as there is room for.</summary>
    public static void Convert(Type type, ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        if (type == Type.Float && BitConverter.IsLittleEndian)
        {
            bytes[..(numbers.Length * 4)].CopyTo(MemoryMarshal.AsBytes(numbers));
            return;
        }

        var width = Width(type) ?? throw new ArgumentException("not a number", nameof(type));
        for (var i = 0; i < numbers.Length; i++) numbers[i] = One(type, bytes.Slice(i * width, width));
    }

    /// <summary>A number of sixteen bits: the upper half of a single.</summary>
    public static float Brain(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    private static float One(Type type, ReadOnlySpan<byte> bytes) => type switch
    {
        Type.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        Type.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        Type.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        Type.Bfloat16 => Brain(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        Type.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        Type.Uint64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        Type.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        Type.Uint32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        Type.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        Type.Uint16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        Type.Int8 => (sbyte)bytes[0],
        _ => bytes[0],
    };
}
