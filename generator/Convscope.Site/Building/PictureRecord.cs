using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>What is kept of a picture's maps once its pages are made: where they lie, for what stands for the whole site.</summary>
/// <param name="Layers">In the network's order.</param>
public sealed record PictureRecord(ImmutableArray<LayerRecord> Layers)
{
    /// <summary>Route of the data file by which a reader's browser compares what it computes; empty where it computes nothing.</summary>
    public string Recorded { get; init; } = "";

    /// <summary>Keeps what is needed of the maps.</summary>
    public static PictureRecord Of(NetworkGraph network, IReadOnlyDictionary<string, MapsView> maps) =>
        new([.. network.Layers.Select(layer =>
    {
        var view = maps[layer.Id];
        return new LayerRecord(
            layer.Id, view.Url, view.Scale.Palette, view.Scale.Minimum, view.Scale.Maximum,
                [.. view.Units.Select(unit => new UnitRecord(unit.Index, unit.Map, unit.Data))]);
    })]);
}

/// <summary>A layer for one picture.</summary>
public sealed record LayerRecord(string Id, string Url, string Palette, double Minimum, double Maximum, ImmutableArray<UnitRecord> Units);

/// <summary>A shown unit: its picture and its numbers, empty for a unit of a vector. Its page's address follows from its index.</summary>
public readonly record struct UnitRecord(int Index, string Map, string Data);
