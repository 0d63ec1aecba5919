using System.Text.Json;
using System.Text.Json.Serialization;

namespace Convscope.Site.Output;

/// <summary>What a build wrote: the only files that a later build may replace or delete.</summary>
/// <param name="Fingerprint">Hash of all that the site was made from.</param>
/// <param name="Files">Routes with lengths in bytes, in ordinal order.</param>
/// <param name="PicturePages">Hash of all that the pages of pictures were made from.</param>
public sealed record Manifest(string Fingerprint, SortedDictionary<string, long> Files, string PicturePages = "")
{
    private IReadOnlySet<string>? _folders;

    /// <summary>The manifest's own name at the site's root.</summary>
    public const string FileName = ".convscope-manifest.json";

    /// <summary>No build at all.</summary>
    public static Manifest None => new("", []);

    /// <summary>Every folder that holds a file of ours, at any depth.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Folders => _folders ??= Files.Keys.SelectMany(FoldersOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every folder on the way to a route.</summary>
    public static IEnumerable<string> FoldersOf(string route)
    {
        for (var slash = route.IndexOf('/'); slash >= 0; slash = route.IndexOf('/', slash + 1)) yield return route[..slash];
    }

    /// <summary>The manifest of a folder, or <see cref="None"/> where there is none that can be read.</summary>
    public static Manifest Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return None;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Default.Manifest) is { Fingerprint: not null, Files: not null } manifest ? manifest : None;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return None;
        }
    }

    /// <summary>Whether every file is there with its length.</summary>
    public bool StandsIn(string folder) => Files.All(file =>
        new FileInfo(Path.Combine(folder, file.Key)) is { Exists: true } info && info.Length == file.Value);

    /// <summary>The text of the manifest; the same for the same site.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.Manifest);
}

/// <summary>The manifest as JSON, without reflection.</summary>
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
