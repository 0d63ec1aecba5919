using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Inference.Reading;

/// <summary>The texts that an exporter wrote beside the graph, read without the graph, which may be large.</summary>
internal static class FileMetadata
{
    /// <summary>The texts by key; of a key that comes twice, the last.</summary>
    public static IReadOnlyDictionary<string, string> Of(byte[] bytes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var input = new CodedInputStream(bytes);
        try
        {
            for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
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
        catch (InvalidProtocolBufferException)
        {
            // What it is then is told by whoever reads the whole of it.
        }

        return texts;
    }
}
