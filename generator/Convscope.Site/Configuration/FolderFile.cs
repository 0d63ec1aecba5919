using Convscope.Rendering.Pictures;
using Convscope.Site.Loading;

namespace Convscope.Site.Configuration;

/// <summary>A file in a folder of pictures.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="IsPicture">Whether it is a picture that is read, or is called one, so that it is a mistake where it isn't.</param>
/// <param name="Other">The kind of picture that isn't read, or null.</param>
public sealed record FolderFile(string Path, bool IsPicture, string? Other)
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>The files of a folder that are pictures of any kind, in the order of their names: bytes decide, not what they are
    /// called.</summary>
    public static IReadOnlyList<FolderFile> In(string folder) => [..
        from file in SourceFolder.Files(new(folder, folder))
        where !IsLeftAlone(file)
        let known = Of(file)
        where known.IsPicture || known.Other is not null
        select known];

    /// <summary>The subfolders that people see, in the order of their names.</summary>
    public static IReadOnlyList<string> FoldersIn(string folder) =>
        [.. SourceFolder.Folders(new(folder, folder)).Where(inner => !IsLeftAlone(inner))];

    private static bool IsLeftAlone(string path) => System.IO.Path.GetFileName(path) is var name
        && (name.StartsWith('.') || name.StartsWith("__", StringComparison.Ordinal) || EditorFiles.Is(name));

    private static FolderFile Of(string file)
    {
        var isCalled = Extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
        if (FileKind.Special(file) is not null) return new(file, isCalled, null); // told where it is read
        try
        {
            Span<byte> start = stackalloc byte[PictureFormat.Enough];
            using var stream = File.OpenRead(file);
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            var other = PictureFormat.Other(start);
            return new(file, PictureFormat.Of(start) is not null || (isCalled && other is null), other);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(file, isCalled, null);
        }
    }
}
