using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Inference.Reading;

/// <summary>
/// Values that a model keeps in files beside it (https://onnx.ai/onnx/repo-docs/ExternalData.html). Only files in the model's
/// own folder are read, whatever the model asks for.
/// </summary>
/// <param name="folder">The model's folder; null when there is none.</param>
/// <param name="file">The model, for messages.</param>
internal sealed class ExternalData(string? folder, SourceSpan file)
{
    private const int Chunk = 1 << 20;

    /// <summary>Hands a tensor's bytes to a reader, piece by piece, each a multiple of 8 bytes but for the last.</summary>
    /// <param name="tensor">A tensor whose values lie in a second file.</param>
    /// <param name="length">How many bytes it must have.</param>
    /// <param name="read">Takes the offset of a piece and the piece.</param>
    /// <exception cref="DiagnosticException">CS1102 when the file is missing, too short, or none of the model's.</exception>
    public void Read(TensorProto tensor, long length, Action<long, ReadOnlyMemory<byte>> read)
    {
        var (path, location) = PathOf(tensor);
        var offset = Number(tensor, "offset", 0);
        var declared = Number(tensor, "length", length);
        var name = TensorReader.NameOf(tensor);
        if (declared != length)
            throw ModelText.Unsupported($"{name} has {length} bytes, but {declared} are said to be in {location}", file);
        try
        {
            using var stream = File.OpenRead(path);
            if (offset > stream.Length || length > stream.Length - offset)
                throw ModelText.Unsupported(
                    $"{name} should be at {offset} to {offset + length} of {location}, but that file has only {stream.Length} bytes", file);
            stream.Position = offset;
            var buffer = new byte[(int)Math.Min(Chunk, length)];
            for (long done = 0; done < length;)
            {
                var piece = buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - done));
                stream.ReadExactly(piece.Span);
                read(done, piece);
                done += piece.Length;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ModelText.Unsupported($"{location}, in which {name} is kept, can't be read: {ModelText.Line(error.Message)}", file);
        }
    }

    /// <summary>Full paths of the files that a model names, in the order of their names.</summary>
    public static IReadOnlyList<string> FilesOf(byte[] model, string folder)
    {
        // Nearly all models are one file: reading them a second time is spared.
        if (model.AsSpan().IndexOf("location"u8) < 0) return [];
        try
        {
            var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
            var graph = ModelProto.Parser.ParseFrom(model).Graph;
            var names = Onnx.Nodes.Tensors(graph ?? new()).SelectMany(tensor => tensor.ExternalData)
                .Where(entry => entry.Key == "location").Select(entry => entry.Value);
            return [.. names.Distinct().Where(name => !name.Contains('\0')).Select(name => Path.GetFullPath(Path.Combine(root, name)))
                .Where(path => IsWithin(root, path) && File.Exists(path)).Order(StringComparer.Ordinal)];
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }
    }

    private (string Path, string Location) PathOf(TensorProto tensor)
    {
        var name = TensorReader.NameOf(tensor);
        var location = tensor.ExternalData.FirstOrDefault(entry => entry.Key == "location")?.Value ?? "";
        if (location.Length == 0) throw ModelText.Unsupported($"{name} is kept in a second file, but the model doesn't say in which", file);
        var shown = ModelText.Quoted(location);
        if (folder is null)
            throw ModelText.Unsupported(
                $"{name} is kept in a second file, {shown}; save the model as one file (onnx.save with save_as_external_data=False)", file);
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        if (location.Contains('\0') || Path.IsPathRooted(location) || !IsWithin(root, Path.GetFullPath(Path.Combine(root, location))))
            throw ModelText.Unsupported($"{name} is said to be in {shown}, which isn't in the model's folder", file);
        var info = new FileInfo(Path.GetFullPath(Path.Combine(root, location)));
        if (!info.Exists)
            throw ModelText.Unsupported($"{name} is kept in a second file, {shown}, which is missing; put it beside the model", file);
        if (info.ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsWithin(root, target.FullName))
            throw ModelText.Unsupported($"{name} is said to be in {shown}, a link that leads out of the model's folder", file);
        return (info.FullName, shown);
    }

    private static bool IsWithin(string root, string path) => path.StartsWith(root, StringComparison.Ordinal);

    private long Number(TensorProto tensor, string key, long otherwise)
    {
        if (tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value is not { } text) return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ModelText.Unsupported($"{TensorReader.NameOf(tensor)} has {ModelText.Quoted(text)} for its {key} in a second file",
                file);
    }
}
