using Convscope.Core.Network;
using Convscope.Site.Configuration;

namespace Convscope.Site.Live;

/// <summary>Whether a site offers its network for pictures of the reader's own.</summary>
/// <param name="Reason">Why not, as the end of a word's key: <c>off</c>, <c>weights</c>, <c>cost</c>; empty where it does.</param>
/// <param name="Weights">Megabytes of weights.</param>
/// <param name="Cost">Millions of multiply-adds for a picture.</param>
public sealed record LiveOffer(string Reason, double Weights, double Cost)
{
    /// <summary>Of more weights, a page would load too long.</summary>
    public const double MostMegabytes = 8;

    /// <summary>Of more multiply-adds, a reader would wait too long.</summary>
    public const double MostMillions = 300;

    /// <summary>Whether it does.</summary>
    public bool IsMade => Reason.Length == 0;

    /// <summary>What a site offers.</summary>
    public static LiveOffer Of(NetworkGraph network, LiveChoice choice)
    {
        var cost = Core.Network.Cost.Of(network);
        var (weights, millions) = (cost.Parameters * sizeof(float) / 1e6, cost.MultiplyAdds / 1e6);
        var reason = choice switch
        {
            LiveChoice.Off => "off",
            LiveChoice.Auto when weights > MostMegabytes => "weights",
            LiveChoice.Auto when millions > MostMillions => "cost",
            _ => "",
        };
        return new(reason, weights, millions);
    }
}
