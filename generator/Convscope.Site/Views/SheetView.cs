using System.Collections.Immutable;

namespace Convscope.Site.Views;

/// <summary>A contact sheet: the maps of all units of a layer, scaled down, in the order of their indices.</summary>
/// <param name="Picture">The PNG.</param>
/// <param name="Width">Its columns of pixels.</param>
/// <param name="Height">Its rows of pixels.</param>
/// <param name="Columns">Units in a row.</param>
/// <param name="Firsts">The index that each row begins with.</param>
/// <param name="Offsets">What each column adds to that.</param>
/// <param name="Ratio">Height of a map to its width.</param>
/// <param name="Links">The units that have pages, with their places on the sheet.</param>
/// <param name="Alt">What it shows, made from the numbers.</param>
public sealed record SheetView(
    string Picture, int Width, int Height, int Columns,
        ImmutableArray<int> Firsts, ImmutableArray<int> Offsets, string Ratio, ImmutableArray<SheetLinkView> Links, string Alt)
{
    /// <summary>The most active units on the picture, the most active first.</summary>
    public ImmutableArray<int> MostActive { get; init; } = [];

    /// <summary>How many units are zero everywhere.</summary>
    public int Silent { get; init; }
}

/// <summary>A shown unit on a contact sheet.</summary>
public sealed record SheetLinkView(UnitView Unit, int Row, int Column);

/// <summary>What of a large network, or of many pictures, is shown; what templates say of it.</summary>
/// <param name="Units">Units that have pages.</param>
/// <param name="AllUnits">Units there are.</param>
/// <param name="MostUnits">Units of a layer at most.</param>
/// <param name="Layers">Layers whose units have pages.</param>
/// <param name="AllLayers">Layers there are that could have.</param>
/// <param name="Pictures">Pictures shown.</param>
/// <param name="AllPictures">Pictures there are.</param>
public sealed record PlanView(int Units, int AllUnits, int MostUnits, int Layers, int AllLayers, int Pictures, int AllPictures)
{
    /// <summary>Whether anything is left out.</summary>
    public bool IsCut => Units < AllUnits || Pictures < AllPictures;
}
