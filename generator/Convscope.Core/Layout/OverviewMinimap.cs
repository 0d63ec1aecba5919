using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
public sealed record OverviewMinimap(int Width, int Height, ImmutableArray<MinimapPart> Parts, ImmutableArray<MinimapMarks> Marks, string Arcs)
{
    private const int Mark = 6, Pitch = 8, Gap = 8, Side = 6, Top = 14, MostLanes = 5, MostArcs = 300;

    /// <summary>Draws modules side by side.</summary>
    public static OverviewMinimap Plan(NetworkGraph network, ImmutableArray<Module> modules)
    {
        var marks = new SortedDictionary<LayerRole, StringBuilder>();
        var parts = ImmutableArray.CreateBuilder<MinimapPart>();
        var arcs = new StringBuilder();
        int x = Side, lanes = 1, arcCount = 0;
        foreach (var module in modules)
        {
            var start = x;
            foreach (var leaf in Leaves(module)) x += Draw(ModuleLanes.Of(leaf.Layers), x) * Pitch;
            parts.Add(new(start - (Gap / 2), x - start + Gap - (Pitch - Mark)));
            x += Gap;
        }

        return new(
            x + Side - Gap, Top + (lanes * Pitch) + 6, parts.ToImmutable(),
            [.. marks.Select(pair => new MinimapMarks(pair.Key.ToString().ToLowerInvariant(), pair.Value.ToString()))], arcs.ToString());

        int Draw(ImmutableArray<ModulePlace> places, int left)
        {
            var byId = places.ToDictionary(place => place.Layer.Id);
            foreach (var place in places)
            {
                var lane = Math.Min(place.FirstLane, MostLanes - 1);
                lanes = Math.Max(lanes, lane + 1);
                var role = LayerRoles.RoleOf(place.Layer, network);
                if (!marks.TryGetValue(role, out var path)) marks[role] = path = new();
                // A join stands beside all the rows that it brings together.
                var height = (Math.Min(place.LastLane, MostLanes - 1) - lane) * Pitch + Mark;
                path.Append(CultureInfo.InvariantCulture, $"M{left + (place.Column * Pitch)} {Top + (lane * Pitch)}h{Mark}v{height}h-{Mark}z");
                foreach (var input in place.Layer.Inputs.Distinct())
                {
                    var from = byId.GetValueOrDefault(input)?.Column ?? -1;
                    if (place.FirstLane > 0 || place.Column - from < 2 || (from < 0 && places.Length < 3) || arcCount++ > MostArcs) continue;
                    int x1 = left + (Math.Max(from, 0) * Pitch) + (from < 0 ? -1 : Mark / 2), x2 = left + (place.Column * Pitch) + (Mark / 2);
                    arcs.Append(CultureInfo.InvariantCulture, $"M{x1} {Top - 2}Q{(x1 + x2) / 2} {Top - 14} {x2} {Top - 2}");
                }
            }

            return places.Max(place => place.Column) + 1;
        }
    }

    private static IEnumerable<Module> Leaves(Module module) => module.Steps.IsEmpty ? [module] : module.Steps.SelectMany(Leaves);
}
