using System.Security.Cryptography;
using System.Text.Json;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>SHA-256 of a model.</summary>
/// <param name="File">Of its file.</param>
/// <param name="Metadata">Of what its YAML file and the command line say of it.</param>
public sealed record ModelHashes(byte[] File, byte[] Metadata)
{
    /// <summary>Hashes a model.</summary>
    public static ModelHashes Of(byte[] file, ModelMetadata metadata) =>
        new(SHA256.HashData(file), SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(metadata, SourceJson.Default.ModelMetadata)));
}
