using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Loading;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>What the pages of one language show of the network and of the pictures, whatever its lesson says.</summary>
/// <param name="Network">The layers in its words.</param>
/// <param name="Pictures">The pictures in its words.</param>
public sealed record EditionViews(NetworkViews Network, ImmutableArray<PictureView> Pictures)
{
    /// <summary>Those of all languages, of which the layers in the site's own words are there already.</summary>
    public static ImmutableArray<EditionViews> All(SiteSources sources, NetworkGraph network, NetworkViews main,
        ImmutableArray<PictureSurvey> surveys, UnitPlan plan) =>
        [.. sources.Languages.Select(language =>
        {
            var views = language.IsMain ? main : new NetworkViews(network, sources.Metadata, language.Words, main.Doubted);
            return new EditionViews(views, NearbyPictures.In([.. surveys.Select(survey =>
                PictureViews.Of(survey, network, views, plan, sources.Metadata, language.Words))]));
        })];
}
