using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Lessons.Figures;

/// <summary>A figure of a lesson, bound to the network: checked, but not drawn yet.</summary>
/// <param name="key">Tells it from other figures; the same key is the same figure, and is made once.</param>
public abstract class Figure(string key)
{
    /// <summary>Tells it from other figures.</summary>
    public string Key => key;

    /// <summary>What kind it is: the word of its directive.</summary>
    public string Kind => key.Split(' ', 2)[0];

    /// <summary>Whether the page needs the playground's script.</summary>
    public virtual bool IsPlayground => false;

    /// <summary>Makes what its template shows.</summary>
    public abstract FigureContent Compose(LessonScene scene, Words words);
}

/// <summary>What a figure's template shows.</summary>
/// <param name="View">Seen as <c>figure</c>; null where there is nothing to show.</param>
/// <param name="Url">The page of the explorer that the figure comes from, or empty.</param>
/// <param name="Missing">The key of the sentence that stands in its place.</param>
public sealed record FigureContent(object? View, string Url, string Missing = "")
{
    /// <summary>Template other than that of the figure's kind.</summary>
    public string? Template { get; init; }

    /// <summary>What else the template may name.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();

    /// <summary>A picture of the figure's main part for downloading, or empty.</summary>
    public string Picture { get; init; } = "";

    /// <summary>The network has no such layer.</summary>
    public static FigureContent NoLayer { get; } = new(null, "", "missing_layer");

    /// <summary>No picture fits.</summary>
    public static FigureContent NoPicture { get; } = new(null, "", "missing_picture");

    /// <summary>There is nothing that could be drawn.</summary>
    public static FigureContent Nothing { get; } = new(null, "", "missing_figure");
}
