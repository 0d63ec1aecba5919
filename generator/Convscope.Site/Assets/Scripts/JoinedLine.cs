namespace Convscope.Site.Assets.Scripts;

/// <summary>A line of a joined script.</summary>
/// <param name="Text">The line.</param>
/// <param name="Source">The script of <c>templates/</c> that it is from; empty where it is the joiner's own.</param>
/// <param name="Number">Its line there, from one; 0 where it is the joiner's own.</param>
internal sealed record JoinedLine(string Text, string Source = "", int Number = 0);
