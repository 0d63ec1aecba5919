using System.Collections.Immutable;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Lessons;

/// <summary>Which files of a site are made from the lesson's texts: known before a text is parsed.</summary>
/// <param name="languages">The languages.</param>
public sealed class LessonRoutes(ImmutableArray<LanguageSource> languages)
{
    /// <summary>What is in these folders is the lesson's: asked of every file of a site.</summary>
    private readonly ImmutableArray<string> _folders =
        [.. languages.SelectMany(language => language.Sections.Append("embed")
            .Select(section => language.Prefix + section + "/")), "files/"];

    /// <summary>Whether a file of the site is made from the lesson's texts.</summary>
    public bool Own(string route) => IsHome(route) || _folders.Any(folder => route.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether a file is the home page in some language.</summary>
    public bool IsHome(string route) => languages.Any(language => route == language.Prefix + Routes.Home);
}
