using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Inference.Reading;

/// <summary>The texts that an exporter wrote beside the graph, read without the graph, which may be large.</summary>
internal static class FileMetadata
{
    /// <summary>Under this key, which no exporter writes, stands the type of the input where it isn't made of fractions.</summary>
    private const string InputType = "input type";

    /// <summary>The texts by key; of a key that comes twice, the last.</summary>
    public static IReadOnlyDictionary<string, string> Of(byte[] bytes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var input = new CodedInputStream(bytes);
        try
        {
            for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
                if (WireFormat.GetTagFieldNumber(tag) == ModelProto.GraphFieldNumber)
                {
                    var length = input.ReadLength();
                    var at = (int)input.Position;
                    if (TypeOfInput(new(bytes, at, length)) is { } type) texts[InputType] = type;
                    input = new(bytes, at + length, bytes.Length - at - length);
                    continue;
                }

                if (WireFormat.GetTagFieldNumber(tag) != ModelProto.MetadataPropsFieldNumber)
                {
                    input.SkipLastField();
                    continue;
                }

                var entry = new StringStringEntryProto();
                input.ReadMessage(entry);
                texts[entry.Key] = entry.Value;
            }
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or ArgumentException)
        {
            // What it is then is told by whoever reads the whole of it.
        }

        return texts;
    }

    /// <summary>The first input's type, <c>uint8</c>; null of fractions.</summary>
    private static string? TypeOfInput(CodedInputStream graph)
    {
        for (var tag = graph.ReadTag(); tag != 0; tag = graph.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) != GraphProto.InputFieldNumber)
            {
                graph.SkipLastField();
                continue;
            }

            var value = new ValueInfoProto();
            graph.ReadMessage(value);
            var type = (TensorProto.Types.DataType)(value.Type?.TensorType?.ElemType ?? 0);
            return type == TensorProto.Types.DataType.Uint8 ? "uint8" : null;
        }

        return null;
    }
}
