using System.Collections.Immutable;

namespace Convscope.Site.Configuration;

/// <summary>A folder of pictures without a list: those that lie in it, or those in its subfolders, which are then their classes.</summary>
/// <param name="Files">The pictures with the folder that each lies in, empty at the top.</param>
/// <param name="Notices">What was left out, and why.</param>
public sealed record PictureFolder(ImmutableArray<(string Path, string Class)> Files, ImmutableArray<string> Notices)
{
    private const int MostNames = 10;

    /// <summary>Looks into a folder.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="labels">The model's classes: a subfolder that is called like one holds pictures of it.</param>
    public static PictureFolder Of(string folder, ImmutableArray<string> labels)
    {
        var top = FolderFile.In(folder);
        var (files, notices, deeper) = (ImmutableArray.CreateBuilder<(string, string)>(), new List<string>(), new List<string>());
        files.AddRange(top.Where(file => file.IsPicture).Select(file => (file.Path, "")));
        var others = top.Where(file => !file.IsPicture).ToList();
        var hasTop = files.Count > 0;
        foreach (var inner in FolderFile.FoldersIn(folder))
        {
            var name = Path.GetFileName(inner);
            var within = FolderFile.In(inner);
            var pictures = within.Count(file => file.IsPicture);
            if (FolderFile.FoldersIn(inner).Any(below => FolderFile.In(below).Count > 0)) deeper.Add(name);
            if (hasTop && ClassFolder.LabelOf(name, labels) is null)
            {
                if (within.Count > 0)
                    notices.Add($"the subfolder '{name}' was left out ({within.Count} pictures): subfolders are classes, and this is none of the model's");
                continue;
            }

            files.AddRange(within.Where(file => file.IsPicture).Select(file => (file.Path, name)));
            others.AddRange(within.Where(file => !file.IsPicture));
        }

        foreach (var kind in others.GroupBy(file => file.Other, StringComparer.Ordinal))
            notices.Add($"left out, since only JPEG, PNG and WebP are read, and {(kind.Count() == 1 ? "this is" : "these are")} {kind.Key}: {Named([.. kind.Select(file => Path.GetRelativePath(folder, file.Path).Replace('\\', '/'))])}");
        if (deeper.Count > 0)
            notices.Add($"left out, since only one level of subfolders is read: what lies in the folders within {Named(deeper)} (name such a folder with --images)");
        return new(files.ToImmutable(), [.. notices]);
    }

    private static string Named(List<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
}

/// <summary>What class a folder of pictures stands for.</summary>
public static class ClassFolder
{
    /// <summary>The model's label that a folder's name means, be it in other letters, with other signs between its words, or by its
    /// number; null where it is none.</summary>
    public static string? LabelOf(string folder, ImmutableArray<string> labels)
    {
        if (labels.Contains(folder)) return folder;
        var plain = Plain(folder);
        if (labels.FirstOrDefault(label => Plain(label) == plain) is { } found) return found;
        return int.TryParse(folder, System.Globalization.NumberStyles.None, null, out var number) && number < labels.Length
            ? labels[number] : null;
    }

    private static string Plain(string name) => name.Replace('_', ' ').Replace('-', ' ').Trim().ToLowerInvariant();
}
