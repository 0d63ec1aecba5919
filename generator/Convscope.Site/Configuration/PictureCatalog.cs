using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Rendering.Pictures;
using Convscope.Site.Loading;

namespace Convscope.Site.Configuration;

/// <summary>Finds the pictures of a folder: those that <c>images.yaml</c> lists, in its order, or else every picture in it, or in its
/// subfolders.</summary>
public static class PictureCatalog
{
    private const string List = "images.yaml";

    /// <summary>No picture that is decoded has more, so that none need be read that has.</summary>
    private static readonly long MostBytes = new DecoderLimits().MaxBytes;

    /// <summary>The pictures of a folder, and the text that says something of them, to be hashed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="labels">The model's classes.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <exception cref="DiagnosticException">The folder, or its list, can't be read.</exception>
    public static (IReadOnlyList<PictureEntry> Entries, string Said) Read(SourcePath folder, ImmutableArray<string> labels,
        List<Diagnostic> diagnostics)
    {
        if (!SourceFile.IsThere(folder.Full))
            throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no folder of pictures '{folder.Shown}'", folder.Span);
        SourceFolder.IsThere(folder);
        var list = folder.Inner(List);
        var taken = new HashSet<string>(Routes.Reserved, StringComparer.Ordinal);
        var said = SourceFile.TextIfThere(list);
        var before = diagnostics.Count;
        var entries = said is not null ? ReadList(said, folder, taken, diagnostics) : ReadFolder(folder, labels, taken, diagnostics);
        if (entries.Count == 0 && !diagnostics.Skip(before).Any(diagnostic => diagnostic.Severity == Severity.Error))
            diagnostics.Add(Nothing(folder, said is not null));
        entries.RemoveAll(entry => !diagnostics.Passes(() => SourceFile.Check(new(entry.Path, entry.Shown), MostBytes)));
        return (entries, said ?? "");
    }

    private static List<PictureEntry> ReadFolder(SourcePath folder, ImmutableArray<string> labels, HashSet<string> taken,
        List<Diagnostic> diagnostics)
    {
        var found = PictureFolder.Of(folder.Full, labels);
        diagnostics.AddRange(found.Notices.Select(notice =>
            Diagnostic.Warning(DiagnosticCodes.PicturesLeftOut, notice, new(folder.Shown))));
        return [.. found.Files.Select(file =>
        {
            var within = file.Class.Length == 0 ? "" : file.Class + "/";
            var entry = new PictureEntry("", file.Path, TitleOf(within.Replace('/', ' ') + Path.GetFileName(file.Path)))
            {
                Shown = folder.Inner(within + Path.GetFileName(file.Path)).Shown, Label = within.Length == 0
                    ? "" : ClassFolder.LabelOf(file.Class, labels) ?? file.Class,
            };
            return Named(entry, taken, within.Replace('/', '-'));
        })];
    }

    private static Diagnostic Nothing(SourcePath folder, bool isListed)
    {
        if (!isListed) return Diagnostic.Error(DiagnosticCodes.NoPictures, $"no JPEG, PNG or WebP picture in '{folder.Shown}'",
            folder.Span);
        var there = PictureFolder.Of(folder.Full, []).Files.Select(file => Path.GetRelativePath(folder.Full, file.Path)).FirstOrDefault();
        var all = there is null ? "" : ", or delete the file to take every picture of the folder";
        return Diagnostic.Error(DiagnosticCodes.NoPictures,
            $"this lists no pictures; add 'images:' with an entry such as '- file: {there ?? "photo.jpg"}' for each{all}",
            new(folder.Inner(List).Shown));
    }

    private static List<PictureEntry> ReadList(string text, SourcePath folder, HashSet<string> taken, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, folder.Inner(List).Shown, diagnostics);
        var entries = new List<PictureEntry>();
        foreach (var item in map.Maps("images"))
        {
            var file = item.Text("file", "");
            var path = file.Contains('\0', StringComparison.Ordinal)
                ? "" : FileNames.Find(Path.GetFullPath(Path.Combine(folder.Full, file)));
            var entry = new PictureEntry("", path, item.Text("title", TitleOf(file)))
            {
                Shown = folder.Inner(file).Shown,
                Alt = item.Text("alt", ""),
                Label = item.Text("label", ""),
                Credit = item.Text("credit", ""),
                Licence = item.Text("licence", ""),
                Source = item.Text("source", ""),
                Collection = item.Text("collection", ""),
            };
            item.RejectOthers();
            if (string.IsNullOrWhiteSpace(file))
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "an entry needs 'file', the name of a picture", item.Span()));
            else if (!SourceFile.IsThere(path))
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no picture '{file}'", item.Span("file")));
            else
                entries.Add(Named(entry, taken));
        }

        map.RejectOthers();
        return entries;
    }

    /// <summary>Gives a picture its id, which is its title too where there is none that could be seen; such a label is none.</summary>
    private static PictureEntry Named(PictureEntry entry, HashSet<string> taken, string within = "")
    {
        var id = Slug.Unique(UnicodeForm.Composed(within + Path.GetFileNameWithoutExtension(entry.Path)), taken, "picture");
        return entry with
        {
            Id = id,
            Title = ShownText.IsBlank(entry.Title) ? id : entry.Title,
            Label = ShownText.IsBlank(entry.Label)
            ? "" : UnicodeForm.Composed(entry.Label)
        };
    }

    private static string TitleOf(string file) =>
        UnicodeForm.Composed(Path.GetFileNameWithoutExtension(file)).Replace('_', ' ').Replace('-', ' ').Trim();
}
