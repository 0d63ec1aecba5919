namespace Convscope.Site.Configuration;

/// <summary>One picture to run the network on, with what <c>images.yaml</c> says of it.</summary>
/// <param name="Id">Unique, safe in URLs.</param>
/// <param name="Path">Full path of the file.</param>
/// <param name="Title">Name for people; from the file's name where none is given.</param>
public sealed record PictureEntry(string Id, string Path, string Title)
{
    /// <summary>The file as the user would name it, for messages.</summary>
    public string Shown { get; init; } = "";

    /// <summary>Text for those who can't see it.</summary>
    public string Alt { get; init; } = "";

    /// <summary>The class it truly belongs to, or empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Under which terms.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Where it is from.</summary>
    public string Source { get; init; } = "";

    /// <summary>A name for the pictures that it belongs to, which a lesson may ask for.</summary>
    public string Collection { get; init; } = "";
}
