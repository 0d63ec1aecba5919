namespace Convscope.Core.Explain;

/// <summary>
/// Shortens a sum over many channels to what can be read: the channels whose maps are in the site, of more than a few those that
/// add most at this cell, and one part that carries only the sum of all others.
/// </summary>
public static class ChannelFold
{
    /// <summary>The parts to write out, in the order of the channels, and perhaps a last one for the others.</summary>
    /// <param name="parts">All channels' parts, in order.</param>
    /// <param name="shown">The channels whose maps are in the site.</param>
    /// <param name="most">How many to write out.</param>
    public static IReadOnlyList<SumPart> Of(IReadOnlyList<SumPart> parts, IReadOnlySet<int> shown, int most)
    {
        if (parts.Count <= most && parts.All(part => shown.Contains(part.Unit))) return parts;
        var listed = parts.Where(part => shown.Contains(part.Unit)).OrderByDescending(part => Math.Abs(part.Sum)).ThenBy(part => part.Unit)
            .Take(most)
            .OrderBy(part => part.Unit).ToList();
        var others = parts.Except(listed).ToArray();
        return [.. listed, new SumPart(0, -1, []) { Sum = others.Sum(part => part.Sum), Count = others.Length }];
    }
}
