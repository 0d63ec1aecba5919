using System.Collections.Immutable;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>One picture in one language.</summary>
/// <param name="Edition">The language.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Maps">Its maps.</param>
/// <param name="Overview">Its overview.</param>
/// <param name="Details">What widgets show beyond equations.</param>
public sealed record PictureEdition(Edition Edition, PictureView Picture, ImmutableDictionary<string, MapsView> Maps,
    OverviewView Overview, WidgetDetails Details);
