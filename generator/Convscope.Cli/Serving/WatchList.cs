using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Cli.Serving;

/// <summary>What a build reads: the files and folders to keep an eye on.</summary>
/// <param name="Paths">Full paths, whether or not they are there.</param>
/// <param name="Static">Full path of the folder whose hidden files are published too.</param>
/// <param name="Output">Full path of the output folder, links followed, which is not watched.</param>
/// <param name="BasePath">Where the site is mounted, with a slash at both ends.</param>
public sealed record WatchList(IReadOnlyList<string> Paths, string Static, string Output, string BasePath)
{
    /// <summary>Whether a site stands in the output folder.</summary>
    public bool HasSite => File.Exists(Path.Combine(Output, Manifest.FileName));

    /// <summary>The list of what a configuration names; where that can't be read, of what it named before.</summary>
    public static WatchList Of(BuildOptions options, WatchList? before)
    {
        var paths = new SourcePaths(options.Root);
        var file = paths.InRoot(options.Config ?? "content/site.yaml").Full;
        if (Read(file) is not { } config)
        {
            if (before is not null) return before;
            config = new();
        }

        var (images, content, statics) = (paths.Choose(options.Images, config.Images).Full, paths.InRoot(config.Content).Full,
            paths.InRoot(config.Static).Full);
        string[] watched =
        [
            file, Path.GetDirectoryName(file) ?? file, content, ContentFiles.FolderOf(content, paths.Root),
                paths.InRoot(config.Templates).Full, statics, images, .. Listed(images),
            .. Model(paths.Choose(options.Model, config.Model).Full, paths.Root),
            .. ComparedFile.Choose(options, config, paths) is { } other ? Model(other.Full, paths.Root) : [],
            .. options.Labels is { } labels
                ? [Path.GetFullPath(labels)] : Array.Empty<string>(),
        ];
        var url = options.BaseUrl ?? config.BaseUrl;
        var basePath = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath.TrimEnd('/') + "/" : "/";

        // A folder around the site, named by mistake, may be the whole disk.
        return new([.. watched.Distinct().Where(path => path == paths.Root || !OutputFolder.IsWithin(paths.Root, path))], statics,
            new Location(paths.Choose(options.Output, config.Output).Full).Path, basePath);
    }

    /// <summary>The state of all of it.</summary>
    public Snapshot Look() => Snapshot.Of(Paths, Output, Static);

    /// <summary>
    /// The model, its YAML file, and files of weights beside it. They may have any name in a folder of the site; elsewhere, where
    /// anything may lie beside a model, only its own.
    /// </summary>
    private static IEnumerable<string> Model(string model, string root)
    {
        string[] always = [model, Path.ChangeExtension(model, ".yaml")];
        if (Path.GetDirectoryName(model) is not { } folder) return always;
        if (folder != root && OutputFolder.IsWithin(folder, root)) return always.Append(folder);
        return Try(() => always.Concat(Directory.GetFiles(folder, Path.GetFileNameWithoutExtension(model) + ".*"))) ?? always;
    }

    /// <summary>The pictures of a list: they may lie anywhere.</summary>
    private static IEnumerable<string> Listed(string images) =>
        Try(() => PictureCatalog.Read(new(images, ""), [], []).Entries.Select(picture => picture.Path)) ?? [];

    private static SiteConfig? Read(string file) =>
        Try(() => SourceFile.TextIfThere(new(file, file)) is { } text ? SiteConfigReader.Read(text, file, []) : null);

    /// <summary>Reads something of sources that may be gone, or wrong, which the build tells.</summary>
    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is DiagnosticException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
