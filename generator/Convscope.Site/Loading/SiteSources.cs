using System.Collections.Immutable;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network.Doubts;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Loading;

/// <summary>Everything a build reads, read once, with every mistake in it reported together.</summary>
/// <param name="Root">Full path of the site's folder.</param>
/// <param name="Config">The configuration.</param>
/// <param name="ModelFile">The ONNX file's full path and how the user named it.</param>
/// <param name="ModelBytes">Its bytes.</param>
/// <param name="Metadata">What its YAML file says.</param>
/// <param name="Pictures">The pictures, in order.</param>
/// <param name="Templates">Where templates come from.</param>
/// <param name="OutputPath">Full path of the output folder and how the user named it.</param>
/// <param name="Folders">Full paths of what a build reads, besides the root: none of it may be written over.</param>
public sealed record SiteSources(
    string Root, SiteConfig Config, SourcePath ModelFile, FileBytes ModelBytes, ModelMetadata Metadata,
        ImmutableArray<PictureEntry> Pictures,
    TemplateSource Templates, SourcePath OutputPath, ImmutableArray<string> Folders)
{
    /// <summary>SHA-256 of the model's file: it takes a while, and the texts can be read meanwhile.</summary>
    public required Task<byte[]> ModelHash { get; init; }

    /// <summary>The texts that the configuration, the metadata and the list of pictures come from, those of the command line included: if
    /// they are the same, so is what they say.</summary>
    public required ImmutableArray<string> Said { get; init; }

    /// <summary>The lesson's texts, the site's own language first.</summary>
    public required ImmutableArray<LanguageSource> Languages { get; init; }

    /// <summary>Reasons to think that pictures aren't prepared as in training, once the network is known.</summary>
    public ImmutableArray<RecipeDoubt> Doubts { get; init; } = [];

    /// <summary>What should be put right, though it stops nothing.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Files that go into the site as they are.</summary>
    public ImmutableArray<StaticFile> Static { get; init; } = [];

    /// <summary>Another file to compare the model with, or null.</summary>
    public ComparedFile? Compared { get; init; }

    /// <summary>Whether a route is that of a file which goes into the site as it is.</summary>
    public bool IsStatic(string route) => Static.Any(file => file.Route == route);

    /// <summary>How the model learned, or null where that isn't known.</summary>
    public LearningSource? Learning { get; init; }

    /// <summary>What lies beside the chapters.</summary>
    public required ContentFiles Files { get; init; }

    /// <summary>Reads it all.</summary>
    /// <exception cref="DiagnosticException">With every mistake found.</exception>
    public static SiteSources Load(BuildOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var paths = new SourcePaths(options.Root);
        SourceFolder.IsThere(new(paths.Root, options.Root));
        var (config, text) = ReadConfig(options, paths, diagnostics);
        var output = paths.Choose(options.Output, config.Output, config.Places.GetValueOrDefault("output"));
        var images = paths.Choose(options.Images, config.Images, config.Places.GetValueOrDefault("images"));
        var model = paths.Choose(options.Model, config.Model, config.Places.GetValueOrDefault("model"));
        var other = ComparedFile.Choose(options, config, paths);
        var content = paths.InRoot(config.Content);
        var templates = paths.InRoot(config.Templates);
        var staticFolder = paths.InRoot(config.Static);
        string[] folders =
        [
            images.Full, model.Full, .. other is null ? Array.Empty<string>() : [other.Full], content.Full, templates.Full,
            staticFolder.Full, .. LessonSources.Folders(config, paths),
            .. options.Labels is { } labels && File.Exists(labels) ? [Path.GetFullPath(labels)] : Array.Empty<string>(),
        ];
        OutputFolder.KeepApart(output.Full, output.Shown, paths.Root, folders);

        // Whatever is wrong with the sources, what a killed build has moved comes back.
        Recovery.Of(output.Full);
        if (new Location(output.Full).IsWithin(new(staticFolder.Full)))
            throw new DiagnosticException(DiagnosticCodes.UnsafeOutput,
                $"'static: {config.Static}' holds the output folder, so that the site would go into itself; name a folder of its own",
                new(staticFolder.Shown));

        CheckFolders(config, paths, diagnostics);
        var bytes = diagnostics.Collect(() => ModelLoader.Bytes(model, diagnostics), []);
        var hash = Task.Run(() => SHA256.HashData(bytes));
        var (metadata, said) = diagnostics.Collect(() => ModelLoader.Metadata(model, bytes, options, diagnostics), (new(), []));
        var compared = other is null
            ? null : diagnostics.Collect(() => (ComparedFile?)ComparedFile.Read(other, metadata, options, diagnostics), null);
        var learning = diagnostics.Collect(() => LearningSource.Read(model, diagnostics), null);
        var (pictures, list) = diagnostics.Collect(() => PictureCatalog.Read(images, metadata.Labels, diagnostics), ([], ""));
        var templateSource = diagnostics.Collect(() => new TemplateSource(templates.Full, templates.Shown), TemplateSource.BuiltInOnly);
        var languages = LessonSources.Read(config, paths, templateSource, diagnostics);
        CheckSections(languages, pictures, diagnostics);
        var files = diagnostics.Collect(() => StaticFiles.Find(staticFolder, diagnostics), []);
        var beside = diagnostics.Collect(() =>
            (ContentFiles?)ContentFiles.Of(content.Full, paths.Root, [output.Full, templates.Full, staticFolder.Full]), null);
        beside?.Check(pictures.Select(picture => picture.Path).ToHashSet(StringComparer.Ordinal), paths.Shown(beside.Folder), diagnostics);
        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)) throw new DiagnosticException(diagnostics);
        return new(
            paths.Root, config, model, new(bytes), metadata, [.. pictures], templateSource, output, [.. folders])
        {
            ModelHash = hash,
            Said = [text, $"{options.Limits}", options.BaseUrl ?? "", .. said, list],
            Languages = languages,
            Static = files,
            Compared = compared,
            Learning = learning,
            Warnings = [.. diagnostics],
            Files = beside!,
        };
    }

    /// <summary>What the configuration names other than usual isn't there for nothing: it is a typing error. The usual folders may be
    /// missing.</summary>
    private static void CheckFolders(SiteConfig config, SourcePaths paths, List<Diagnostic> diagnostics)
    {
        var usual = new SiteConfig();
        foreach (var (key, path, otherwise) in new[] { ("content", config.Content, usual.Content), ("static", config.Static, usual.Static),
            ("templates", config.Templates, usual.Templates) })
        {
            if (path == otherwise || path == $"content/{config.Language}" || !config.Places.TryGetValue(key, out var place)) continue;
            if (!SourceFile.IsThere(paths.InRoot(path).Full))
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"'{key}': there is no folder '{path}'", place));
        }
    }

    /// <summary>A section's folder is the first part of its addresses, as a picture's name and a language are.</summary>
    private static void CheckSections(ImmutableArray<LanguageSource> languages, IReadOnlyList<PictureEntry> pictures,
        List<Diagnostic> diagnostics)
    {
        foreach (var index in languages.SelectMany(language => language.Chapters).Where(chapter => chapter.IsIndex))
        {
            var taken = pictures.FirstOrDefault(picture => picture.Id == index.Section)?.Shown
                ?? (languages.Any(language => language.Prefix == index.Section + "/") ? $"the language '{index.Section}'" : null);
            if (taken is not null)
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.SameAddress,
                    $"the address '{index.Section}' is taken by {taken} too; give the folder another name", index.Span));
        }
    }

    private static (SiteConfig Config, string Text) ReadConfig(BuildOptions options, SourcePaths paths, List<Diagnostic> diagnostics)
    {
        var file = paths.InRoot(options.Config ?? "content/site.yaml");
        var (config, text) = (new SiteConfig(), "");
        if (SourceFile.TextIfThere(file) is { } written)
        {
            text = written;
            config = SiteConfigReader.Read(text, file.Shown, diagnostics);
        }
        else if (options.Config is not null || options.Model is null)
            throw new DiagnosticException(DiagnosticCodes.Missing,
                "there is no configuration here; name one with --config, or the site's folder with --root", new(file.Shown));
        config = config with { Limits = options.Limits.Or(config.Limits), WarnsOfErrors = options.WarnsOfErrors ?? config.WarnsOfErrors };
        if (options.BaseUrl is not { } url) return (config, text);
        if (SiteConfigReader.BaseUrl(url) is { } problem)
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"--base-url {problem}"));
        return (config with { BaseUrl = url }, text);
    }
}

/// <summary>A text with how a user would name its file.</summary>
public sealed record SourceText(string Shown, string Text);
