using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Loading;

namespace Convscope.Site.Configuration;

/// <summary>Finds the pictures of a folder: those that <c>images.yaml</c> lists, in its order, or else every picture in it, or in its subfolders.</summary>
public static class PictureCatalog
{
    /// <summary>The pictures of a folder, and the text that says something of them, to be hashed.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="labels">The model's classes.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static (IReadOnlyList<PictureEntry> Entries, string Said) Read(string folder, string shown, ImmutableArray<string> labels, List<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no folder of pictures '{shown}'", new(shown)));
            return ([], "");
        }

        var list = Path.Combine(folder, "images.yaml");
        var taken = new HashSet<string>(Routes.Reserved, StringComparer.Ordinal);
        var said = File.Exists(list) ? File.ReadAllText(list) : null;
        var entries = said is not null ? ReadList(said, folder, shown, taken, diagnostics) : ReadFolder(folder, shown, labels, taken, diagnostics);
        if (entries.Count == 0 && !diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.NoPictures, $"no JPEG, PNG or WebP picture in '{shown}'", new(shown)));
        return (entries, said ?? "");
    }

    private static List<PictureEntry> ReadFolder(string folder, string shown, ImmutableArray<string> labels, HashSet<string> taken, List<Diagnostic> diagnostics)
    {
        var found = PictureFolder.Of(folder, labels);
        diagnostics.AddRange(found.Notices.Select(notice => Diagnostic.Warning(DiagnosticCodes.PicturesLeftOut, notice, new(shown))));
        return [.. found.Files.Select(file =>
        {
            var within = file.Class.Length == 0 ? "" : file.Class + "/";
            var entry = new PictureEntry("", file.Path, TitleOf(within.Replace('/', ' ') + Path.GetFileName(file.Path)))
            {
                Shown = $"{shown}/{within}{Path.GetFileName(file.Path)}", Label = within.Length == 0 ? "" : ClassFolder.LabelOf(file.Class, labels) ?? file.Class,
            };
            return Named(entry, taken, within.Replace('/', '-'));
        })];
    }

    private static List<PictureEntry> ReadList(string text, string folder, string shown, HashSet<string> taken, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, $"{shown}/images.yaml", diagnostics);
        var entries = new List<PictureEntry>();
        foreach (var item in map.Maps("images"))
        {
            var file = item.Text("file", "");
            var path = FileNames.Find(Path.GetFullPath(Path.Combine(folder, file)));
            var entry = new PictureEntry("", path, item.Text("title", TitleOf(file)))
            {
                Shown = $"{shown}/{file}",
                Alt = item.Text("alt", ""),
                Label = item.Text("label", ""),
                Credit = item.Text("credit", ""),
                Licence = item.Text("licence", ""),
                Source = item.Text("source", ""),
            };
            item.RejectOthers();
            if (file.Length == 0)
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "an entry needs 'file', the name of a picture", item.Span()));
            else if (!File.Exists(path))
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
        return entry with { Id = id, Title = ShownText.IsBlank(entry.Title) ? id : entry.Title, Label = ShownText.IsBlank(entry.Label) ? "" : UnicodeForm.Composed(entry.Label) };
    }

    private static string TitleOf(string file) =>
        UnicodeForm.Composed(Path.GetFileNameWithoutExtension(file)).Replace('_', ' ').Replace('-', ' ').Trim();
}
