using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Checking;
using Convscope.Site.Output;

namespace Convscope.Site.Loading;

/// <summary>A file that goes into the site as it is.</summary>
/// <param name="Route">Its place in the site.</param>
/// <param name="File">Where it is.</param>
public sealed record StaticFile(string Route, SourcePath File);

/// <summary>Files of the site's owner that no template makes: <c>CNAME</c>, <c>robots.txt</c>, a worksheet to print.</summary>
public static class StaticFiles
{
    /// <summary>What a build makes too, but leaves to the owner who has it.</summary>
    private static readonly string[] Yielding = ["robots.txt", ".nojekyll"];

    private static readonly EnumerationOptions WithHidden = new() { AttributesToSkip = 0 };

    /// <summary>The files of a folder, in the order of their routes; none where it isn't there.</summary>
    public static ImmutableArray<StaticFile> Find(SourcePath folder, List<Diagnostic> diagnostics) =>
        SourceFile.IsThere(folder.Full) ? [.. Within(folder, "", diagnostics).OrderBy(file => file.Route, StringComparer.Ordinal)] : [];

    /// <summary>Which of the files that a build makes it leaves to the owner.</summary>
    public static IReadOnlySet<string> Yielded(ImmutableArray<StaticFile> files) =>
        files.Select(file => file.Route).Intersect(Yielding).ToHashSet(StringComparer.Ordinal);

    /// <summary>Stages them; all that a build makes must be there, the sitemap too, which doesn't list them.</summary>
    /// <exception cref="DiagnosticException">One would take the place of something that is made.</exception>
    public static void Stage(ImmutableArray<StaticFile> files, StagedSite staged, PageLinks links)
    {
        var folders = staged.Files.Keys.SelectMany(Manifest.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var taken = files.Where(file => staged.Files.ContainsKey(file.Route) || folders.Contains(file.Route)
            || Manifest.FoldersOf(file.Route).Any(staged.Files.ContainsKey)).ToArray();
        if (taken.Length > 0)
            throw new DiagnosticException([.. taken.Select(file =>
                Diagnostic.Error(DiagnosticCodes.SameAddress,
                    $"the address '{file.Route}' is taken by what Convscope makes; give the file another name", new(file.File.Shown)))]);
        foreach (var file in files)
        {
            staged.Copy(file.Route, file.File.Full);
            if (file.Route.EndsWith(".html", StringComparison.Ordinal))
                links.Add(file.Route, PageCheck.Of(file.Route, SourceFile.Text(file.File), file.File.Shown).Links);
        }
    }

    private static IEnumerable<StaticFile> Within(SourcePath folder, string route, List<Diagnostic> diagnostics)
    {
        SourceFolder.IsThere(folder);
        foreach (var entry in new DirectoryInfo(folder.Full).EnumerateFileSystemInfos("*", WithHidden))
        {
            if (EditorFiles.Is(entry.Name)) continue;
            var path = folder.Inner(entry.Name);
            if (!WindowsNames.IsPossible(entry.Name))
            {
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Unpublishable,
                    "Windows can't have a file or folder of this name, so that the site can't be unzipped or checked out there; give it another", new(path.Shown)));
            }
            else if (entry.LinkTarget is not null)
            {
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Unpublishable, "a link can't be published; put a copy of the file here",
                    new(path.Shown)));
            }
            else if (entry is DirectoryInfo)
            {
                foreach (var inner in Within(path, $"{route}{entry.Name}/", diagnostics)) yield return inner;
            }
            else if (diagnostics.Passes(() => SourceFile.Check(path)))
            {
                yield return new(route + entry.Name, path);
            }
        }
    }
}
