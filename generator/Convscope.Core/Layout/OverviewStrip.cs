using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>A strip of closed modules, placed.</summary>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Top">The height that arcs take above everything else.</param>
/// <param name="Picture">The place of the picture that the network sees; null where the strip doesn't begin with it.</param>
/// <param name="PictureEdges">The curves from it, as an SVG path.</param>
/// <param name="Faces">A column a module: the maps of its last layer.</param>
/// <param name="Edges">One curve between two modules.</param>
public sealed record OverviewStrip(
    int Width, int Height, int Top, OverviewTile? Picture, string PictureEdges, ImmutableArray<OverviewLayer> Faces, ImmutableArray<ModuleEdge> Edges)
{
    private const int Tile = 40, Pitch = 50, Column = 84, Side = 16, PictureSide = 72, Heading = 72, Legend = 64, Bars = 200, NamedGap = 18;

    /// <summary>A closed module shows at most so many maps.</summary>
    public const int MostTiles = 8;

    /// <summary>Places modules side by side.</summary>
    /// <param name="network">The network.</param>
    /// <param name="modules">Modules that follow each other.</param>
    /// <param name="units">The units shown of each layer.</param>
    /// <param name="hasPicture">Whether the picture stands before the first.</param>
    /// <param name="hasBars">Whether the last one's classes have their names and bars beside them.</param>
    public static OverviewStrip Plan(
        NetworkGraph network, ImmutableArray<Module> modules, IReadOnlyDictionary<string, ImmutableArray<int>> units, bool hasPicture, bool hasBars)
    {
        var tallest = Math.Max(PictureSide, modules.Max(module => HeightOf(module, units[module.Face.Id].Length, hasBars && module == modules[^1])));
        var edges = ModuleEdges.Between(network, modules);
        var arcs = ModuleEdges.Room(edges);
        var top = arcs + Heading;
        var x = hasPicture ? Side + PictureSide + 20 : Side;
        var faces = ImmutableArray.CreateBuilder<OverviewLayer>();
        foreach (var module in modules)
        {
            faces.Add(Face(module, x + ((Column - Tile) / 2)));
            x += Column;
        }

        OverviewTile? picture = hasPicture ? new(-1, Side, top + ((tallest - PictureSide) / 2), PictureSide, PictureSide) : null;
        var all = faces.ToImmutable();
        return new(
            x + (hasBars ? Bars : Side), top + tallest + Legend, arcs, picture, picture is null ? "" : OverviewCurves.Path([picture], all[0].Tiles),
            all, ModuleEdges.Drawn(edges, all, top, tallest, arcs));

        OverviewLayer Face(Module module, int left)
        {
            var isLast = hasBars && module == modules[^1];
            var shown = units[module.Face.Id];
            var height = HeightOf(module, shown.Length, isLast);
            var y = top + ((tallest - height) / 2);
            if (shown.IsEmpty) return new(module.Face.Id, left + 10, y, Tile / 2, height, [new(-1, left + 10, y, Tile / 2, height)]);
            var pitch = PitchOf(module, isLast);
            var count = Shown(shown.Length, isLast);
            return new(module.Face.Id, left, y, Tile, height, [.. shown.Take(count).Select((unit, i) => new OverviewTile(unit, left, y + (i * pitch), Tile, Tile))]);
        }
    }

    private static int Shown(int units, bool isLast) => isLast ? units : Math.Min(units, MostTiles);

    private static int PitchOf(Module module, bool isLast) =>
        isLast ? Tile + 4 : module.Face.Inputs.IsEmpty && module.Face.Shape.Units <= 4 ? Pitch + NamedGap : Pitch;

    private static int HeightOf(Module module, int units, bool isLast) =>
        units == 0 ? 4 * Tile : ((Shown(units, isLast) - 1) * PitchOf(module, isLast)) + Tile;
}
