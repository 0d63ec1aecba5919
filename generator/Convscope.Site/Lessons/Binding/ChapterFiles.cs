using System.Collections.Concurrent;
using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Output;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Lessons.Binding;

/// <summary>
/// Leads pictures and links of Markdown to files beside the chapter: <c>![A pot](pot.jpg)</c>, <c>[the sheet](sheet.pdf)</c>. Each is
/// copied into the site once, under a name that changes with its content; a picture gets its width and height.
/// </summary>
/// <param name="files">What lies beside the chapters.</param>
/// <param name="html">Whether the site's owner lets texts hold HTML; where not, no file comes along that a browser would run.</param>
public sealed class ChapterFiles(ContentFiles files, bool html)
{
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"];
    private static readonly string[] Active = [".htm", ".html", ".xhtml", ".xht", ".xml", ".svg", ".js", ".mjs", ".css"];
    private readonly ConcurrentDictionary<string, CopiedFile> _copied = new(StringComparer.Ordinal);

    /// <summary>What is to be copied: full path of each file, and its route.</summary>
    public IEnumerable<CopiedFile> Copied => _copied.Values.OrderBy(file => file.Route, StringComparer.Ordinal);

    /// <summary>Sets the address of a picture, or of a link that leads to a file; a link to a page of the site is left as it is.</summary>
    /// <returns>The file; null if it is a page, or wrong.</returns>
    public CopiedFile? Resolve(LinkInline link, string path, ChapterSource from, string folder, List<Diagnostic> diagnostics)
    {
        void Wrong(string code, string message) =>
            diagnostics.Add(Diagnostic.Error(code, message, new(from.Shown, link.Line + 1, link.Column + 1)));

        var name = Uri.UnescapeDataString(path);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (!link.IsImage && extension is "" or ".html" && !Exists(folder, name)) return null;
        if (Locate(folder, name, out var problem) is not { } full)
        {
            Wrong(link.IsImage ? DiagnosticCodes.UnknownPicture : DiagnosticCodes.DeadLink, problem);
            return null;
        }

        if (link.IsImage && !Pictures.Contains(extension))
            Wrong(DiagnosticCodes.UnknownPicture, $"'{name}' is no picture that browsers show; use JPEG, PNG, WebP, GIF or SVG");
        else if (!html && Active.Contains(extension))
            Wrong(DiagnosticCodes.UnknownPicture, $"'{name}' may hold scripts, and this site has 'html: false'; use another format");
        else if (Copy(full, extension, link, Wrong) is { } copied)
        {
            link.Url = Root.Mark + copied.Route + link.Url![path.Length..];
            return copied;
        }

        return null;
    }

    private static bool Exists(string folder, string name) =>
        name.Length > 0 && !name.Contains('\0', StringComparison.Ordinal) && File.Exists(Path.Combine(folder, name));

    private CopiedFile? Copy(string full, string extension, LinkInline link, Action<string, string> wrong)
    {
        CopiedFile copied;
        try
        {
            copied = _copied.GetOrAdd(full, _ => Copy(full, extension));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong(link.IsImage ? DiagnosticCodes.UnknownPicture : DiagnosticCodes.DeadLink,
                $"'{Path.GetFileName(full)}' can't be read: {e.Message}");
            return null;
        }

        if (!link.IsImage) return copied;
        if (copied.Size is { } size)
        {
            var attributes = link.GetAttributes();
            attributes.AddProperty("width", size.Width.ToString(CultureInfo.InvariantCulture));
            attributes.AddProperty("height", size.Height.ToString(CultureInfo.InvariantCulture));
            attributes.AddProperty("loading", "lazy");
        }
        else if (extension != ".svg")
        {
            wrong(DiagnosticCodes.PictureUnreadable, $"the picture '{Path.GetFileName(full)}' can't be decoded; save it again");
            return null;
        }

        return copied;
    }

    private static CopiedFile Copy(string full, string extension)
    {
        var bytes = File.ReadAllBytes(full);
        var suffix = Slug.Of(extension, "");
        var route = $"files/{Slug.Of(Path.GetFileNameWithoutExtension(full), "file")}-{StagedSite.Hash(bytes)}{(suffix.Length > 0 ? "." + suffix : "")}";
        return new(full, route, Pictures.Contains(extension) && extension != ".svg" ? PictureSize.Of(bytes) : null);
    }

    private string? Locate(string folder, string name, out string problem)
    {
        problem = "";
        if (name.Contains('\0', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal))
        {
            problem = "the name of a file has only '/' between folders";
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(folder, name));
        if (files.Paths.Contains(full)) return full;
        if (!OutputFolder.IsWithin(full, files.Folder))
            problem = $"'{name}' lies outside the folder '{Path.GetFileName(files.Folder)}'; put the file into it";
        else if (File.Exists(full))
            problem = $"'{name}' can't be copied: it is hidden, a link, a text of the lesson, or lies in such a folder; put a plain file in its place";
        else problem = $"there is no file '{name}'{Suggestion.For(name, [.. files.Paths.Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))])}";
        return null;
    }
}

/// <summary>A file that comes along into the site.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Route">Its address.</param>
/// <param name="Size">Of a picture, its width and height.</param>
public sealed record CopiedFile(string Path, string Route, (int Width, int Height)? Size);
