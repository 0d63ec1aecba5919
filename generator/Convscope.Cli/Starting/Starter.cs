using System.Text;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Site.Building;

namespace Convscope.Cli.Starting;

/// <summary>The files of a new site: the user's model and pictures, or the default ones, and all that goes with them.</summary>
public sealed partial class Starter
{
    private const string DefaultModel = "models/tiny-vgg.onnx";
    private static readonly string[] PictureExtensions = [".jpg", ".jpeg", ".png", ".webp"];
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words;

    /// <summary>Gathers the files.</summary>
    /// <param name="title">The site's name.</param>
    /// <param name="model">An ONNX file of the user's, or null.</param>
    /// <param name="images">A folder of the user's pictures, or null.</param>
    /// <exception cref="DiagnosticException">The model or the pictures aren't there.</exception>
    public Starter(string title, string? model, string? images)
    {
        _words = new()
        {
            ["title"] = Quoted(title), ["description"] = "See what a convolutional network does with a picture, map by map and number by number.",
            ["model"] = model is null ? DefaultModel : "models/" + Path.GetFileName(model), ["version"] = SiteViews.Version,
        };
        AddText("content/site.yaml", "site.yaml");
        AddText(".github/workflows/pages.yml", "pages.yml");
        AddText(".gitignore", "gitignore");
        _words["title"] = title;
        AddText("README.md", "README.md");
        if (model is null) AddBuiltIn("models/");
        else AddModel(model);
        if (images is null) AddBuiltIn("content/images/");
        else AddPictures(images);

        // The built-in texts speak of the built-in model and pictures.
        if (model is null && images is null) AddBuiltIn("content/");
        else AddText("content/en/index.md", "index.md");
    }

    /// <summary>Content by path within the new folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>A title from a folder's name: <c>my-site</c> becomes <c>My site</c>.</summary>
    public static string TitleOf(string folder)
    {
        var words = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "Convscope" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private void AddText(string path, string name) =>
        _files[path] = Encoding.UTF8.GetBytes(Placeholder().Replace(Encoding.UTF8.GetString(Resource("start/" + name)), match => _words.GetValueOrDefault(match.Groups[1].Value, match.Value)));

    private void AddBuiltIn(string start)
    {
        const string prefix = "default/";
        foreach (var name in typeof(Starter).Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(prefix + start, StringComparison.Ordinal)) _files.TryAdd(name[prefix.Length..], Resource(name));
        }
    }

    /// <summary>The model with what lies beside it under its name: what is known of it, and weights in files of their own.</summary>
    private void AddModel(string model)
    {
        if (!File.Exists(model)) throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no model '{model}'", new(model));
        var name = Path.GetFileName(model);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(model))!, Path.GetFileNameWithoutExtension(model) + "*"))
        {
            var own = Path.GetFileName(file);
            if (own.StartsWith(name, StringComparison.Ordinal) || own == Path.ChangeExtension(name, ".data") || own == Path.ChangeExtension(name, ".yaml"))
                _files["models/" + own] = File.ReadAllBytes(file);
        }

        if (!_files.ContainsKey("models/" + Path.ChangeExtension(name, ".yaml"))) AddText("models/" + Path.ChangeExtension(name, ".yaml"), "model.yaml");
    }

    private void AddPictures(string folder)
    {
        if (!Directory.Exists(folder)) throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no folder '{folder}'", new(folder));
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(file);
            if (name == "images.yaml" || (name[0] != '.' && PictureExtensions.Contains(Path.GetExtension(name).ToLowerInvariant()))) _files["content/images/" + name] = File.ReadAllBytes(file);
        }

        if (!_files.Keys.Any(name => name.StartsWith("content/images/", StringComparison.Ordinal)))
            throw new DiagnosticException(DiagnosticCodes.NoPictures, $"there is no JPEG, PNG or WebP picture in '{folder}'", new(folder));
    }

    private static byte[] Resource(string name)
    {
        using var content = new MemoryStream();
        using var resource = typeof(Starter).Assembly.GetManifestResourceStream(name)!;
        resource.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A text as YAML reads it, whatever is in it.</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Placeholder();
}
