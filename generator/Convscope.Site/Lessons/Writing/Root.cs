namespace Convscope.Site.Lessons.Writing;

/// <summary>
/// A figure stands on its chapter's page and on one of its own, and a number may stand anywhere: what they hold is made once, with a
/// mark where an address begins, and the mark becomes the way to the site's root of the page.
/// </summary>
internal static class Root
{
    /// <summary>The mark. It looks like a folder, so that it passes through Markdown unchanged.</summary>
    public const string Mark = "convscope-root:/";

    /// <summary>Puts the way to the root in its places.</summary>
    public static string Resolve(string html, string root) => html.Replace(Mark, root, StringComparison.Ordinal);
}
