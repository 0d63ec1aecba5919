using System.Text;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Site.Building;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Cli.Starting;

/// <summary>The files of a new site: the user's model and pictures, or the default ones, and all that goes with them.</summary>
public sealed partial class Starter
{
    private const string DefaultModel = "models/tiny-vgg.onnx";
    private const string Content = "content/";
    private const string BuiltInPrefix = "default/";
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words;

    /// <summary>Gathers the files.</summary>
    /// <exception cref="DiagnosticException">The model, the labels or the pictures aren't there.</exception>
    public Starter(StartOptions options)
    {
        _words = new()
        {
            ["title"] = Quoted(options.Title),
            ["description"] = "See what a convolutional network does with a picture, map by map and number by number.",
            ["model"] = options.Model is { } own ? "models/" + Path.GetFileName(own) : DefaultModel, ["version"] =
                SiteViews.Version, ["language"] = options.Languages[0],
        };
        AddText("content/site.yaml", "site.yaml");
        AddText(".github/workflows/pages.yml", "pages.yml");
        AddText(".gitignore", "gitignore");
        _words["title"] = options.Title;
        AddText("README.md", "README.md");
        if (options.Model is null) AddBuiltIn("models/");
        else
        {
            if (!SourceFile.IsThere(options.Model))
                throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no model '{options.Model}'", new(options.Model));
            SourceFile.Check(new(Path.GetFullPath(options.Model), options.Model));
            AddModel(options.Model, StartLabels.For(options.Model, options.Labels));
        }

        if (options.Images is null) AddBuiltIn("content/images/");
        else AddPictures(options.Images);
        foreach (var language in options.Languages) AddLesson($"{Content}{language}/", isOfOwnModel: options.Model is not null);
    }

    /// <summary>The languages that the built-in lesson is in.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. BuiltIn(Content)
        .Select(path => path[Content.Length..].Split('/')).Where(parts => parts is [_, "words.yaml" or "index.md"])
            .Select(parts => parts[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Content by path within the new folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>A title from a folder's name: <c>my-site</c> becomes <c>My site</c>.</summary>
    public static string TitleOf(string folder)
    {
        var words = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Replace('-', ' ').Replace('_', ' ')
            .Trim();
        return words.Length == 0 ? "Convscope" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private void AddText(string path, string name) =>
        _files[path] = Encoding.UTF8.GetBytes(Placeholder().Replace(Encoding.UTF8.GetString(Resource("start/" + name)), match =>
            _words.GetValueOrDefault(match.Groups[1].Value, match.Value)));

    private static IEnumerable<string> BuiltIn(string start) =>
        from name in typeof(Starter).Assembly.GetManifestResourceNames()
        where name.StartsWith(BuiltInPrefix + start, StringComparison.Ordinal)
        select name[BuiltInPrefix.Length..];

    private void AddBuiltIn(string start)
    {
        foreach (var path in BuiltIn(start)) _files.TryAdd(path, Resource(BuiltInPrefix + path));
    }

    /// <summary>The lesson's figures and numbers are those of whatever model it is built with; only what tells how the built-in one was
    /// made stays behind.</summary>
    private void AddLesson(string folder, bool isOfOwnModel)
    {
        foreach (var path in BuiltIn(folder))
        {
            var content = Resource(BuiltInPrefix + path);
            if (!isOfOwnModel || !OneModelOnly().IsMatch(Encoding.UTF8.GetString(content))) _files.TryAdd(path, content);
        }
    }

    /// <summary>The model with what lies beside it under its name: what is known of it, and weights in files of their own.</summary>
    private void AddModel(string model, StartLabels labels)
    {
        var name = Path.GetFileName(model);
        var folder = new SourcePath(Path.GetDirectoryName(Path.GetFullPath(model))!, Path.GetDirectoryName(model)!);
        foreach (var own in SourceFolder.Files(folder).Select(Path.GetFileName).OfType<string>())
        {
            if (own.StartsWith(name, StringComparison.Ordinal) || own == Path.ChangeExtension(name, ".data")
                || own == Path.ChangeExtension(name, ".yaml"))
                _files["models/" + own] = SourceFile.Bytes(new(Path.Combine(folder.Full, own), Path.Combine(folder.Shown, own)));
        }

        var history = folder.Inner(Path.ChangeExtension(name, ".history"));
        foreach (var kept in Directory.Exists(history.Full) ? SourceFolder.Files(history).Select(Path.GetFileName).OfType<string>() : [])
            _files[$"models/{Path.GetFileName(history.Full)}/{kept}"] = SourceFile.Bytes(history.Inner(kept));

        _words["labels"] = labels.Yaml ?? "# labels: [cat, dog]            # one an output, in order";
        var metadata = "models/" + Path.ChangeExtension(name, ".yaml");
        if (!_files.TryGetValue(metadata, out var known)) AddText(metadata, "model.yaml");
        else if (labels.Yaml is { } yaml) _files[metadata] = [.. known, .. Encoding.UTF8.GetBytes($"\n{yaml}\n")];
    }

    private void AddPictures(string folder)
    {
        var from = new SourcePath(Path.GetFullPath(folder), folder);
        SourceFolder.IsThere(from);
        if (SourceFile.IsThere(from.Inner("images.yaml").Full))
            _files["content/images/images.yaml"] = SourceFile.Bytes(from.Inner("images.yaml"));
        foreach (var (file, _) in PictureFolder.Of(folder, []).Files)
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            _files["content/images/" + name] = SourceFile.Bytes(from.Inner(name));
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

    [GeneratedRegex(@"^needs: *\[model:", RegexOptions.Multiline)]
    private static partial Regex OneModelOnly();

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Placeholder();
}
