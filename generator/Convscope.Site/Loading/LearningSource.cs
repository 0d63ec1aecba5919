using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>How a model learned, where its folder has that beside it: <c>my.history/history.yaml</c> beside <c>my.onnx</c>.</summary>
/// <param name="Record">The record.</param>
/// <param name="Text">As it is written, to be hashed.</param>
/// <param name="Networks">The ONNX file of each checkpoint.</param>
/// <param name="File">Where the record is.</param>
public sealed record LearningSource(LearningRecord Record, string Text, ImmutableArray<byte[]> Networks, SourcePath File)
{
    /// <summary>Larger networks would be kept in memory several times.</summary>
    private const long MostBytes = 100_000_000;

    /// <summary>A hash over all of it.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        foreach (var network in Networks) hash.AppendData(SHA256.HashData(network));
        return hash.GetHashAndReset();
    }

    /// <summary>Reads it; null where a model has none.</summary>
    /// <exception cref="DiagnosticException">The record can't be parsed, or a file can't be read.</exception>
    public static LearningSource? Read(SourcePath model, List<Diagnostic> diagnostics)
    {
        var folder = new SourcePath(Path.ChangeExtension(model.Full, ".history"), Path.ChangeExtension(model.Shown, ".history"));
        var file = folder.Inner("history.yaml");
        if (SourceFile.TextIfThere(file) is not { } text) return null;
        var mistakes = diagnostics.Count;
        var record = LearningRecordReader.Read(text, file.Shown, diagnostics);
        if (diagnostics.Count > mistakes) return null;
        var networks = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var kept in record.Checkpoints)
        {
            var network = folder.Inner(kept.File);
            if (SourceFile.IsThere(network.Full)) networks.Add(SourceFile.Bytes(network, MostBytes));
            else diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no file '{network.Shown}'", kept.Place));
        }

        return new(record, text, networks.ToImmutable(), file);
    }
}
