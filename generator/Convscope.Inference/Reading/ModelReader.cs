using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Inference.Reading;

/// <summary>Bytes to the graph they declare, refusing what isn't a whole ONNX model.</summary>
internal static class ModelReader
{
    // What no network comes near; beyond it, only a bomb does.
    private const int MostNodes = 100_000;

    /// <exception cref="DiagnosticException">CS1101 when the bytes aren't an ONNX model, CS1102 when its graph can't be run.</exception>
    public static ModelProto Read(byte[] bytes, SourceSpan file)
    {
        if (bytes.Length == 0) throw Unreadable("the file is empty", file);
        if (Mistaken(bytes) is { } mistake) throw Unreadable(mistake, file);

        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Unreadable("this isn't an ONNX model, or the file is cut short", file);
        }

        if (model.IrVersion < 1 || model.Graph is null || model.OpsetImport.Count == 0)
            throw Unreadable("this isn't an ONNX model: it declares no graph or no operator set", file);
        if (model.Graph.Node.Count == 0) throw ModelText.Unsupported("the model has no nodes", file);
        if (model.Graph.Node.Count > MostNodes)
            throw ModelText.Unsupported($"the model has {model.Graph.Node.Count} nodes; at most {MostNodes} can be shown", file);
        foreach (var tensor in Nodes.Tensors(model.Graph)) TensorReader.Check(tensor, file);
        if (NodeOrder.OnCycle(model.Graph.Node) is { } node)
            throw ModelText.Unsupported(
                $"the node {Nodes.Label(node)} ({ModelText.Line(node.OpType)}) depends on its own output: the graph has a cycle", file);
        return model;
    }

    private static string? Mistaken(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 64));
        if (start.StartsWith("version https://git-lfs", StringComparison.Ordinal))
            return "this is a Git LFS pointer, not the model; run `git lfs pull`";
        if (start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
            return "this is a ZIP archive (PyTorch or Keras?), not an ONNX model; export it with torch.onnx.export or tf2onnx";
        if (start.StartsWith("\u0089HDF", StringComparison.Ordinal))
            return "this is an HDF5 file (Keras?), not an ONNX model; convert it with tf2onnx";
        return start.All(c => c is >= ' ' and <= '~' or '\n' or '\r' or '\t') ? "this is a text file, not an ONNX model" : null;
    }

    private static DiagnosticException Unreadable(string message, SourceSpan file) =>
        new(DiagnosticCodes.ModelUnreadable, message, file);
}
