using System.Text;
using System.Text.Json;
using Convscope.Site.Loading;

namespace Convscope.Site.Output;

/// <summary>What a build wrote: the only files that a later build may replace or delete.</summary>
/// <param name="Fingerprint">Hash of all that the site was made from.</param>
/// <param name="Files">Routes with lengths in bytes, in ordinal order.</param>
/// <param name="PicturePages">Hash of all that the pages of pictures were made from.</param>
public sealed record Manifest(string Fingerprint, Dictionary<string, long> Files, string PicturePages = "")
{
    private IReadOnlySet<string>? _folders;

    /// <summary>The manifest's own name at the site's root.</summary>
    public const string FileName = ".convscope-manifest.json";

    /// <summary>No build at all.</summary>
    public static Manifest None => new("", []);

    /// <summary>Every folder that holds a file of ours, at any depth.</summary>
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
        if (!File.Exists(path) || FileKind.Special(path) is not null) return None;
        try
        {
            return Read(File.ReadAllBytes(path));
        }
        catch (Exception e)
            when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException
                or FormatException or KeyNotFoundException)
        {
            return None;
        }
    }

    /// <summary>Whether every file is there with its length.</summary>
    public bool StandsIn(string folder)
    {
        foreach (var (route, length) in Files)
        {
            var info = new FileInfo(Path.Combine(folder, route));
            if (!IsFile(info) || info.Length != length) return false;
        }

        return true;
    }

    /// <summary>Whether there is a file, and not a link to one.</summary>
    internal static bool IsFile(FileInfo info) => info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Whether no folder of ours is a link to another.</summary>
    public bool HasItsFoldersIn(string folder) =>
        Folders.All(inner => !new FileInfo(Path.Combine(folder, inner)).Attributes.HasFlag(FileAttributes.ReparsePoint));

    /// <summary>The text of the manifest; the same for the same site.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString(nameof(Fingerprint), Fingerprint);
            json.WriteStartObject(nameof(Files));
            foreach (var (route, length) in Files) json.WriteNumber(route, length);
            json.WriteEndObject();
            json.WriteString(nameof(PicturePages), PicturePages);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Manifest Read(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var files = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in json.RootElement.GetProperty(nameof(Files)).EnumerateObject()) files[file.Name] = file.Value.GetInt64();
        var fingerprint = json.RootElement.GetProperty(nameof(Fingerprint)).GetString()
            ?? throw new JsonException("there is no fingerprint");
        return new(fingerprint, files, json.RootElement.TryGetProperty(nameof(PicturePages), out var pages) ? pages.GetString() ?? "" : "");
    }
}
