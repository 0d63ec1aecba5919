namespace Convscope.Site.Assets;

/// <summary>A line of a style or script.</summary>
/// <param name="Number">From one, in the file.</param>
/// <param name="Text">What of it is kept.</param>
internal sealed record SourceLine(int Number, string Text);
