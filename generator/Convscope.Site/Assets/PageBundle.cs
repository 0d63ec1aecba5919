namespace Convscope.Site.Assets;

/// <summary>The style and script that pages of one kind load besides the site's.</summary>
/// <param name="Css">Route of the style sheet.</param>
/// <param name="Js">Route of the script.</param>
public sealed record PageBundle(string Css, string Js);
