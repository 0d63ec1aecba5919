using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Site.Configuration;

namespace Convscope.Site.Building;

/// <summary>What is kept of every picture's first turn: what the plan of the whole site needs, and no activations.</summary>
/// <param name="Entry">What is known of the picture.</param>
/// <param name="Files">Where the picture itself stands in the site.</param>
/// <param name="Output">What the network's main output gave, where that is one number a unit; empty otherwise.</param>
/// <param name="Activity">How active each unit was.</param>
/// <param name="Errors">How far each layer is from its recomputation.</param>
public sealed record PictureSurvey(
    PictureEntry Entry, PictureFiles Files, float[] Output, UnitActivity Activity, ImmutableArray<LayerError> Errors)
{
    /// <summary>How far the runtime's optimised answer is from the recorded one; null where it computes nothing otherwise.</summary>
    public OptimisedAnswer? Optimised { get; init; }

    /// <summary>Where its numbers first cease to be finite, or null; told once, and not noted for the next build.</summary>
    public NotFinite? NotFinite { get; init; }
}
