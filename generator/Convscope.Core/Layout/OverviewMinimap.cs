using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>A module's stretch of the minimap.</summary>
public sealed record MinimapPart(int X, int Width);

/// <summary>All layers of one role, as one SVG path.</summary>
public sealed record MinimapMarks(string Role, string Path);

/// <summary>The whole network small: a mark a layer, branches as rows, what passes layers by as arcs.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Parts">A stretch a module, in order.</param>
/// <param name="Marks">A path a role that occurs.</param>
/// <param name="Arcs">An SVG path of all arcs.</param>
public sealed record OverviewMinimap(int Width, int Height, ImmutableArray<MinimapPart> Parts, ImmutableArray<MinimapMarks> Marks,
    string Arcs)
{
    /// <summary>Draws modules side by side.</summary>
    public static OverviewMinimap Plan(NetworkGraph network, ImmutableArray<Module> modules) => new MinimapDrawing(network).Of(modules);
}
