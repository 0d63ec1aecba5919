using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>Draws the marks of modules side by side, as paths.</summary>
internal sealed class MinimapDrawing(NetworkGraph network)
{
    private const int Mark = 6, Pitch = 8, Gap = 8, Side = 6, Top = 14, MostLanes = 5, MostArcs = 300, StepLanes = 3, MostColumns = 150;

    private readonly SortedDictionary<LayerRole, StringBuilder> _marks = [];
    private readonly StringBuilder _arcs = new();
    private int _lanes = 1;
    private int _arcCount;

    /// <summary>Draws modules.</summary>
    public OverviewMinimap Of(ImmutableArray<Module> modules)
    {
        var parts = ImmutableArray.CreateBuilder<MinimapPart>();
        var x = Side;
        var isLong = modules.SelectMany(Leaves).Sum(leaf => ModuleLanes.Of(leaf.Layers).Max(place => place.Column) + 1) > MostColumns;
        foreach (var module in modules)
        {
            var start = x;

            // Where all layers would be too many to see, one tall mark stands for a step.
            if (isLong && !module.Steps.IsEmpty) x += Steps(module, x) * Pitch;
            else foreach (var leaf in Leaves(module)) x += Layers(ModuleLanes.Of(leaf.Layers), x) * Pitch;
            parts.Add(new(start - (Gap / 2), x - start + Gap - (Pitch - Mark)));
            x += Gap;
        }

        return new(
            x + Side - Gap, Top + (_lanes * Pitch) + 6, parts.ToImmutable(),
            [.. _marks.Select(pair => new MinimapMarks(pair.Key.ToString().ToLowerInvariant(), pair.Value.ToString()))], _arcs.ToString());
    }

    private StringBuilder MarksOf(LayerRole role) => _marks.TryGetValue(role, out var path) ? path : _marks[role] = new();

    private int Steps(Module module, int left)
    {
        _lanes = Math.Max(_lanes, StepLanes);
        for (var i = 0; i < module.Steps.Length; i++)
        {
            var role = module.Steps[i].Opens ? LayerRole.Mix : LayerRoles.RoleOf(module.Steps[i].Face, network);
            MarksOf(role).Append(CultureInfo.InvariantCulture,
                $"M{left + (i * Pitch)} {Top}h{Mark}v{((StepLanes - 1) * Pitch) + Mark}h-{Mark}z");
        }

        return module.Steps.Length;
    }

    private int Layers(ImmutableArray<ModulePlace> places, int left)
    {
        var byId = places.ToDictionary(place => place.Layer.Id);
        foreach (var place in places)
        {
            var lane = Math.Min(place.FirstLane, MostLanes - 1);
            _lanes = Math.Max(_lanes, lane + 1);

            // A join stands beside all the rows that it brings together.
            var height = ((Math.Min(place.LastLane, MostLanes - 1) - lane) * Pitch) + Mark;
            MarksOf(LayerRoles.RoleOf(place.Layer, network)).Append(CultureInfo.InvariantCulture,
                $"M{left + (place.Column * Pitch)} {Top + (lane * Pitch)}h{Mark}v{height}h-{Mark}z");
            foreach (var input in place.Layer.Inputs.Distinct()) Arc(byId, place, input, left);
        }

        return places.Max(place => place.Column) + 1;
    }

    private void Arc(Dictionary<string, ModulePlace> byId, ModulePlace place, string input, int left)
    {
        var from = byId.GetValueOrDefault(input)?.Column ?? -1;
        if (place.FirstLane > 0 || !ModuleLanes.Passes(byId, input, place) || _arcCount++ > MostArcs) return;
        var x1 = left + (Math.Max(from, 0) * Pitch) + (from < 0 ? -1 : Mark / 2);
        var x2 = left + (place.Column * Pitch) + (Mark / 2);
        _arcs.Append(CultureInfo.InvariantCulture, $"M{x1} {Top - 2}Q{(x1 + x2) / 2} {Top - 14} {x2} {Top - 2}");
    }

    private static IEnumerable<Module> Leaves(Module module) => module.Steps.IsEmpty ? [module] : module.Steps.SelectMany(Leaves);
}
