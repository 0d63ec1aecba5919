using Convscope.Core.Planning;
using Convscope.Site.Lessons.Writing;

namespace Convscope.Site.Lessons;

/// <summary>Which files of a site belong to the chapters of a lesson that are kept: their pages, those of their figures, and what lies
/// beside them.</summary>
internal sealed class KeptChapters
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _figures = new(StringComparer.Ordinal);

    /// <summary>Looks at a lesson.</summary>
    public KeptChapters(Lesson lesson)
    {
        foreach (var chapter in lesson.Chapters.SelectMany(chapters => chapters).Where(chapter => chapter.IsKept))
        {
            _files.Add(chapter.Route);
            _files.UnionWith(chapter.Files);
            _figures.Add(FolderOf(FolderOf(ChapterText.EmbedRoute(chapter, "figure"))));
        }
    }

    /// <summary>Whether they own a file.</summary>
    public bool Own(string route) => _files.Contains(route) || (Routes.IsEmbed(route) && _figures.Contains(FolderOf(FolderOf(route))));

    private static string FolderOf(string route) => route[..Math.Max(0, route.LastIndexOf('/'))];
}
