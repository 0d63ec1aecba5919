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
    int Width, int Height, int Top, OverviewTile? Picture, string PictureEdges,
        ImmutableArray<OverviewLayer> Faces, ImmutableArray<ModuleEdge> Edges)
{
    /// <summary>Each level of a network that is drawn by the size of its maps lies so much lower.</summary>
    internal const int LevelPitch = 70;

    private const int LevelRoom = 400;

    private const int Tile = 40, Pitch = 50, Column = 84, Side = 16, PictureSide = 72, Heading = 88, Legend = 64, Bars = 200, NamedGap = 18;

    /// <summary>Between two headings.</summary>
    private const int Apart = 8;

    /// <summary>The sign that a module opens is so many letters wide.</summary>
    private const double Arrow = 1.6;

    /// <summary>A closed module shows at most so many maps.</summary>
    public const int MostTiles = 6;

    /// <summary>Places modules side by side.</summary>
    /// <param name="network">The network.</param>
    /// <param name="modules">Modules that follow each other.</param>
    /// <param name="units">The units drawn of a layer in room for so many.</param>
    /// <param name="hasPicture">Whether the picture stands before the first.</param>
    /// <param name="hasBars">Whether the last one's classes have their names and bars beside them.</param>
    /// <param name="letters">How long the longest word of each heading is.</param>
    public static OverviewStrip Plan(
        NetworkGraph network, ImmutableArray<Module> modules, Func<Layer, int, ImmutableArray<int>> units, bool hasPicture,
            bool hasBars, ImmutableArray<int> letters = default)
    {
        var isLevelled = modules.Any(module => module.Level > 0);
        ImmutableArray<int> levels = [.. modules.Select(module => isLevelled ? module.Level ?? 0 : 0)];
        var most = isLevelled ? Math.Clamp((LevelRoom - (levels.Max() * LevelPitch)) / Pitch, 2, MostTiles) : MostTiles;
        var tallest = Math.Max(PictureSide, modules.Select((module, i) =>
            (levels[i] * LevelPitch) + HeightOf(FaceOf(module, units), hasBars && module == modules[^1])).Max());
        var edges = ModuleEdges.Between(network, modules);
        var arcs = ModuleEdges.Room(edges, levels);
        var top = arcs + Heading;
        var x = hasPicture ? Side + PictureSide + 20 : Side;
        var faces = ImmutableArray.CreateBuilder<OverviewLayer>();
        for (var i = 0; i < modules.Length; i++)
        {
            var room = letters.IsDefault ? 0 : HeadingRoom.Of(letters[i] + Arrow, Column - Apart);
            var column = room > 0 ? room + Apart : Column;
            faces.Add(Face(modules[i], levels[i], x + ((column - Tile) / 2)) with { Heading = room });
            x += column;
        }

        var middle = isLevelled ? faces[0].Y + (faces[0].Height / 2) : top + (tallest / 2);
        OverviewTile? picture = hasPicture ? new(-1, Side, Math.Max(top, middle - (PictureSide / 2)), PictureSide, PictureSide) : null;
        var all = faces.ToImmutable();
        return new(
            x + (hasBars ? Bars : Side), top + tallest + Legend, arcs, picture, picture is null
                ? "" : OverviewCurves.Path([picture], all[0].Tiles),
            all, ModuleEdges.Drawn(edges, all, levels, top + (tallest / 2), arcs));

        int HeightOf(Layer face, bool isLast) =>
            units(face, most).Length is var count && count == 0 ? 4 * Tile : ((count - 1) * PitchOf(face, isLast)) + Tile;

        OverviewLayer Face(Module module, int level, int left)
        {
            var isLast = hasBars && module == modules[^1];
            var face = FaceOf(module, units);
            var shown = units(face, most);
            var (height, pitch) = (HeightOf(face, isLast), PitchOf(face, isLast));
            var y = isLevelled ? top + (level * LevelPitch) : top + ((tallest - height) / 2);
            if (shown.IsEmpty) return new(face.Id, left + 10, y, Tile / 2, height, [new(-1, left + 10, y, Tile / 2, height)]);
            return new(
                face.Id, left, y, Tile, height,
                [.. shown.Select((unit, i) => new OverviewTile(unit, left, y + (i * pitch), Tile, Tile))]);
        }
    }

    /// <summary>The layer whose maps stand for a closed module: the last of which any are shown, so that it is as near to what the next
    /// module reads as can be.</summary>
    public static Layer FaceOf(Module module, Func<Layer, int, ImmutableArray<int>> units) =>
        module.Layers.LastOrDefault(layer => !units(layer, 1).IsEmpty) ?? module.Face;

    private static int PitchOf(Layer face, bool isLast) =>
        isLast ? Tile + 4 : face.Inputs.IsEmpty && face.Shape.Units <= 4 ? Pitch + NamedGap : Pitch;
}
