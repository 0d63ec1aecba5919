using System.Collections.Immutable;
using Convscope.Core.Layout;

namespace Convscope.Site.Views;

/// <summary>Closed modules side by side, each with what it opens to.</summary>
/// <param name="Top">The height that arcs take above everything else.</param>
/// <param name="Picture">The place of the picture that the network sees; null within a module.</param>
/// <param name="PictureEdges">Curves from it, as an SVG path.</param>
/// <param name="Bands">Neighbours of equal structure.</param>
/// <param name="Values">The script with the closed modules' numbers, for recolouring.</param>
public sealed record StripView(
    int Width, int Height, int Top, OverviewTile? Picture, string PictureEdges,
        ImmutableArray<OverviewBand> Bands, ImmutableArray<ModuleEdge> Edges,
    ImmutableArray<ModuleView> Modules, string Values);

/// <summary>A module for one picture.</summary>
/// <param name="Id">Its name in the fragment: <c>module-3</c>.</param>
/// <param name="Title">What it is: <c>residual block 2</c>.</param>
/// <param name="Prefix">What its layers' names have in common in the model's file, or empty.</param>
/// <param name="MadeOf">What it computes, in words.</param>
/// <param name="Layers">How many layers, in words.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="Opens">Whether it has an inside; a single layer has none.</param>
/// <param name="Share">How many of its units' maps are drawn while it is closed, in words, or empty when all are.</param>
/// <param name="Face">The maps that stand for it.</param>
/// <param name="Inside">Its layers, or null.</param>
/// <param name="Steps">Its smaller modules, or null.</param>
public sealed record ModuleView(
    string Id, string Title, string Prefix, string MadeOf, string Layers, long Parameters, bool Opens, string Share,
    OverviewColumnView Face, InsideView? Inside, StripView? Steps)
{
    /// <summary>The part of the prefix that tells modules apart: the last with a number in it.</summary>
    public string ShortPrefix => Prefix.Split('/') is var parts ? parts.LastOrDefault(part => part.Any(char.IsDigit)) ?? parts[^1] : "";
}

/// <summary>The layers inside a module, placed.</summary>
/// <param name="Entry">The strip that stands for what the module reads.</param>
/// <param name="EntryLayer">The id of the layer that it links to.</param>
/// <param name="EntryName">What it reads, in words.</param>
/// <param name="EntryUrl">The page of that layer.</param>
/// <param name="Arcs">Curves for all between two layers that aren't neighbours.</param>
/// <param name="Values">The script with its maps' numbers, for recolouring.</param>
public sealed record InsideView(
    int Width, int Height, OverviewTile Entry, string EntryLayer, string EntryName, string EntryUrl,
    ImmutableArray<OverviewColumnView> Columns, ImmutableArray<OverviewEdgesView> Edges, ImmutableArray<ArcView> Arcs, string Values)
{
    /// <summary>What stands below the joins that are drawn as one.</summary>
    public ImmutableArray<OverviewNoteView> Notes { get; init; } = [];
}

/// <summary>An arc, and whether each unit reads only the same unit of the other layer along it.</summary>
public sealed record ArcView(ModuleEdge Curve, bool IsPerUnit);

/// <summary>The whole network, small.</summary>
/// <param name="Plan">Its geometry.</param>
/// <param name="Parts">Its modules, each a link.</param>
/// <param name="Legend">The roles that occur, with their words.</param>
public sealed record MinimapView(OverviewMinimap Plan, ImmutableArray<MinimapPartView> Parts, ImmutableArray<MinimapWordView> Legend);

/// <summary>A module on the minimap.</summary>
public sealed record MinimapPartView(MinimapPart Placed, string Id, string Title, string MadeOf);

/// <summary>A role of layers and its word.</summary>
public sealed record MinimapWordView(string Role, string Word);

/// <summary>A module apart from any picture, for the table of the network.</summary>
public sealed record ModuleRowView(string Id, string Title, string MadeOf, long Parameters, ImmutableArray<LayerView> Layers);
