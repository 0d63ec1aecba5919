using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Cli.Serving;

/// <summary>What a build reads: the files and folders to keep an eye on.</summary>
/// <param name="Paths">Full paths, whether or not they are there.</param>
/// <param name="Output">Full path of the output folder, which is not watched.</param>
/// <param name="BasePath">Where the site is mounted, with a slash at both ends.</param>
public sealed record WatchList(IReadOnlyList<string> Paths, string Output, string BasePath)
{
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

        var model = paths.Choose(options.Model, config.Model).Full;
        string[] watched =
        [
            file, Path.GetDirectoryName(file)!, paths.InRoot(config.Content).Full, paths.InRoot(config.Templates).Full, paths.InRoot(config.Static).Full,
            paths.Choose(options.Images, config.Images).Full, .. Model(model), .. options.Labels is { } labels ? [Path.GetFullPath(labels)] : Array.Empty<string>(),
        ];
        var url = options.BaseUrl ?? config.BaseUrl;
        var basePath = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath.TrimEnd('/') + "/" : "/";
        return new([.. watched.Distinct()], paths.Choose(options.Output, config.Output).Full, basePath);
    }

    /// <summary>The state of all of it.</summary>
    public Snapshot Look() => Snapshot.Of(Paths, Output);

    /// <summary>The model, its YAML file, and files of weights beside it, which have its name too.</summary>
    private static IEnumerable<string> Model(string model)
    {
        var folder = Path.GetDirectoryName(model)!;
        var name = Path.GetFileNameWithoutExtension(model);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name + ".*").Prepend(model).Append(Path.ChangeExtension(model, ".yaml")) : [model];
    }

    private static SiteConfig? Read(string file)
    {
        try
        {
            return File.Exists(file) ? SiteConfigReader.Read(File.ReadAllText(file), file, []) : null;
        }
        catch (Exception e) when (e is DiagnosticException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
