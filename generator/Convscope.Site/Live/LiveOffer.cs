using Convscope.Core.Network;
using Convscope.Site.Configuration;

namespace Convscope.Site.Live;

/// <summary>Whether a site offers its network for pictures of the reader's own.</summary>
/// <param name="Reason">Why not, as the end of a word's key: <c>off</c>, <c>weights</c>, <c>cost</c>; empty where it does.</param>
/// <param name="Amount">Megabytes of weights, or millions of multiply-adds for a picture, that are too many; otherwise 0.</param>
/// <param name="Most">The most of them that is offered.</param>
public sealed record LiveOffer(string Reason, long Amount = 0, long Most = 0)
{
    /// <summary>Of more megabytes of weights a page would load too long.</summary>
    public const long MostMegabytes = 8;

    /// <summary>Of more millions of multiply-adds a reader would wait too long.</summary>
    public const long MostMillions = 300;

    private const long Million = 1_000_000;

    /// <summary>Whether it does.</summary>
    public bool IsMade => Reason.Length == 0;

    /// <summary>What a site offers.</summary>
    public static LiveOffer Of(NetworkGraph network, LiveChoice choice)
    {
        var cost = Cost.Of(network);
        var (weights, multiplyAdds) = (cost.Parameters * sizeof(float), cost.MultiplyAdds);
        return choice switch
        {
            LiveChoice.Off => new("off"),
            LiveChoice.Auto when weights > MostMegabytes * Million => new("weights", InMillions(weights), MostMegabytes),
            LiveChoice.Auto when multiplyAdds > MostMillions * Million => new("cost", InMillions(multiplyAdds), MostMillions),
            _ => new(""),
        };
    }

    private static long InMillions(long count) => (count + Million - 1) / Million;
}
