using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Site.Loading;
using Convscope.Site.Templates;

namespace Convscope.Site.Live;

/// <summary>What a build says of the network in the reader's browser: why it isn't offered, or how far it is computed there.</summary>
internal static class LiveNotice
{
    /// <summary>One sentence, or none.</summary>
    public static IEnumerable<string> Of(NetworkGraph network, SiteSources sources)
    {
        var offer = LiveOffer.Of(network, sources.Config.Live);
        var (amount, most) = (Text(offer.Amount), Text(offer.Most));
        if (offer.Reason == "weights")
            yield return $"a reader's own picture isn't offered: the weights take {amount} MB, and at most {most} MB are soon loaded (live: on offers it all the same)";
        if (offer.Reason == "cost")
            yield return $"a reader's own picture isn't offered: a picture takes {amount} million multiply-adds, and at most {most} million are soon done (live: on offers it all the same)";
        if (offer.IsMade && network.Layers.FirstOrDefault(layer => !IsComputed(layer, sources.Templates)) is { } stop)
            yield return $"a reader's own picture is computed up to '{stop.Name}': nothing in a browser computes {stop.Operator.Kind}";
    }

    /// <summary>Whether a layer has a module of its own that computes it, or is a function of one number, or the picture itself.</summary>
    private static bool IsComputed(Layer layer, TemplateSource templates) =>
        layer.Inputs.IsEmpty || layer.Operator is IFunctionOfOne || templates.Has(EngineScript.Forward(layer.Operator.Kind));

    private static string Text(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
