using System.Collections.Immutable;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Site.Lessons.Sources;

/// <summary>
/// What lies beside the chapters: pictures that they show, sheets and tables that they link to. Languages share what is in the
/// folder around theirs. Links of the file system, hidden files, texts and configuration are none of it, so that a chapter can
/// reach nothing outside.
/// </summary>
/// <param name="Folder">Full path of the folder that a chapter can't leave.</param>
/// <param name="Paths">Full paths of the files, in order.</param>
public sealed record ContentFiles(string Folder, ImmutableSortedSet<string> Paths)
{
    private static readonly string[] Texts = [".md", ".yaml", ".yml"];

    private static readonly EnumerationOptions Plain = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>Looks through the folder of the content.</summary>
    /// <param name="content">Full path of the main language's folder.</param>
    /// <param name="root">Full path of the site.</param>
    /// <param name="except">Full paths that are none of the content, even where they lie in it: the output and the templates.</param>
    public static ContentFiles Of(string content, string root, IReadOnlyCollection<string> except)
    {
        var folder = FolderOf(content, root);
        var paths = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (Directory.Exists(folder)) Add(folder, [.. except.Select(path => new Location(path).Path)], paths);
        return new(folder, paths.ToImmutable());
    }

    /// <summary>Full path of the folder that the languages share: the one around the main language's, where that is within the
    /// site.</summary>
    public static string FolderOf(string content, string root)
    {
        content = Path.TrimEndingDirectorySeparator(content);
        var around = Path.GetDirectoryName(content);
        return around is not null && around != Path.TrimEndingDirectorySeparator(root) && OutputFolder.IsWithin(around, root)
            ? around : content;
    }

    /// <summary>Sees whether each can be read.</summary>
    /// <param name="except">Full paths of those that are checked elsewhere.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="shownFolder">The folder as the user would name it.</param>
    public void Check(IReadOnlySet<string> except, string shownFolder, List<Diagnostic> diagnostics)
    {
        var told = diagnostics.Select(diagnostic => diagnostic.Span?.Path).ToHashSet();
        foreach (var file in Paths.Where(path => !except.Contains(path))
            .Select(path => new SourcePath(path, $"{shownFolder}/{Path.GetRelativePath(Folder, path).Replace('\\', '/')}")))
        {
            if (!told.Contains(file.Shown)) diagnostics.Passes(() => SourceFile.Check(file));
        }
    }

    /// <summary>The hash of a file.</summary>
    public static byte[] Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }

    private static void Add(string folder, IReadOnlyCollection<string> except, ImmutableSortedSet<string>.Builder paths)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Plain))
        {
            if (!Texts.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !EditorFiles.Is(Path.GetFileName(file)))
                paths.Add(file);
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Plain))
        {
            if (!except.Contains(new Location(inner).Path)) Add(inner, except, paths);
        }
    }
}
