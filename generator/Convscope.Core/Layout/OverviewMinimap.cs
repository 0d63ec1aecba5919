using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Operators;

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
    private const int Mark = 6, Pitch = 8, Gap = 8, Side = 6, Top = 14, MostLanes = 5, MostArcs = 300, StepLanes = 3, MostColumns = 150;

    /// <summary>Draws modules side by side.</summary>
    public static OverviewMinimap Plan(NetworkGraph network, ImmutableArray<Module> modules)
    {
        var marks = new SortedDictionary<LayerRole, StringBuilder>();
        var parts = ImmutableArray.CreateBuilder<MinimapPart>();
        var arcs = new StringBuilder();
        int x = Side, lanes = 1, arcCount = 0;
        var isLong = modules.SelectMany(Leaves).Sum(leaf => ModuleLanes.Of(leaf.Layers).Max(place => place.Column) + 1) > MostColumns;
        foreach (var module in modules)
        {
            var start = x;
            // Where all layers would be too many to see, one tall mark stands for a step.
            if (isLong && !module.Steps.IsEmpty) x += DrawSteps(module, x) * Pitch;
            else foreach (var leaf in Leaves(module)) x += Draw(ModuleLanes.Of(leaf.Layers), x) * Pitch;
            parts.Add(new(start - (Gap / 2), x - start + Gap - (Pitch - Mark)));
            x += Gap;
        }

        return new(
            x + Side - Gap, Top + (lanes * Pitch) + 6, parts.ToImmutable(),
            [.. marks.Select(pair => new MinimapMarks(pair.Key.ToString().ToLowerInvariant(), pair.Value.ToString()))], arcs.ToString());

        StringBuilder MarksOf(LayerRole role) => marks.TryGetValue(role, out var path) ? path : marks[role] = new();

        int DrawSteps(Module module, int left)
        {
            lanes = Math.Max(lanes, StepLanes);
            for (var i = 0; i < module.Steps.Length; i++)
            {
                var role = module.Steps[i].Opens ? LayerRole.Mix : LayerRoles.RoleOf(module.Steps[i].Face, network);
                MarksOf(role).Append(CultureInfo.InvariantCulture,
                    $"M{left + (i * Pitch)} {Top}h{Mark}v{((StepLanes - 1) * Pitch) + Mark}h-{Mark}z");
            }

            return module.Steps.Length;
        }

        int Draw(ImmutableArray<ModulePlace> places, int left)
        {
            var byId = places.ToDictionary(place => place.Layer.Id);
            foreach (var place in places)
            {
                var lane = Math.Min(place.FirstLane, MostLanes - 1);
                lanes = Math.Max(lanes, lane + 1);
                var role = LayerRoles.RoleOf(place.Layer, network);
                var path = MarksOf(role);
                // A join stands beside all the rows that it brings together.
                var height = (Math.Min(place.LastLane, MostLanes - 1) - lane) * Pitch + Mark;
                path.Append(CultureInfo.InvariantCulture,
                    $"M{left + (place.Column * Pitch)} {Top + (lane * Pitch)}h{Mark}v{height}h-{Mark}z");
                foreach (var input in place.Layer.Inputs.Distinct())
                {
                    var from = byId.GetValueOrDefault(input)?.Column ?? -1;
                    if (place.FirstLane > 0 || !ModuleLanes.Passes(byId, input, place) || arcCount++ > MostArcs) continue;
                    int x1 = left + (Math.Max(from, 0) * Pitch) + (from < 0 ? -1 : Mark / 2), x2 =
                        left + (place.Column * Pitch) + (Mark / 2);
                    arcs.Append(CultureInfo.InvariantCulture, $"M{x1} {Top - 2}Q{(x1 + x2) / 2} {Top - 14} {x2} {Top - 2}");
                }
            }

            return places.Max(place => place.Column) + 1;
        }
    }

    private static IEnumerable<Module> Leaves(Module module) => module.Steps.IsEmpty ? [module] : module.Steps.SelectMany(Leaves);
}
