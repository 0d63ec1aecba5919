using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Layout;

namespace Convscope.Site.Views;

/// <summary>The whole network for one picture, placed.</summary>
/// <param name="Picture">The place of the picture that the network sees.</param>
/// <param name="PictureEdges">Curves from it, as an SVG path.</param>
/// <param name="Bands">The modules.</param>
/// <param name="Values">The script with all maps' numbers, for recolouring.</param>
public sealed record OverviewView(
    int Width, int Height, OverviewTile Picture, string PictureEdges, ImmutableArray<OverviewBand> Bands,
    ImmutableArray<OverviewColumnView> Columns, ImmutableArray<OverviewEdgesView> Edges, string Values)
{
    /// <summary>Of a deep network, its modules, which take the place of columns and edges; otherwise null.</summary>
    public StripView? Strip { get; init; }

    /// <summary>The network's answer, drawn; null where nothing is known of how to.</summary>
    public AnswerView? Answer { get; init; }

    /// <summary>What stands below the joins that are drawn as one.</summary>
    public ImmutableArray<OverviewNoteView> Notes { get; init; } = [];
}

/// <summary>A word below the space between two layers.</summary>
public sealed record OverviewNoteView(int X, int Y, string Text);

/// <summary>One layer, placed.</summary>
/// <param name="Low">The value of its scale's first colour.</param>
/// <param name="High">The value of its scale's last colour.</param>
/// <param name="Middle">The middle of its column.</param>
/// <param name="IsInput">Whether it holds the picture's channels, whose names are shown.</param>
/// <param name="HasBars">Whether its units are classes, with bars beside them.</param>
public sealed record OverviewColumnView(
    OverviewLayer Placed, MapsView Maps, ImmutableArray<OverviewTileView> Tiles, Number Low, Number High, int Middle, bool IsInput,
        bool HasBars)
{
    /// <summary>What stands above it.</summary>
    public string Name { get; init; } = Maps.Layer.Name;

    /// <summary>How many of its units are drawn, where not all are.</summary>
    public string Share { get; init; } = "";

    /// <summary>Whether its units are numbers that the network gives, with their names beside them.</summary>
    public bool HasNumbers { get; init; }
}

/// <summary>One unit, placed; the unit is null for a strip that stands for the whole layer, the class where it stands for none.</summary>
public sealed record OverviewTileView(OverviewTile Placed, UnitView? Unit, ClassView? Class);

/// <summary>The curves into one unit.</summary>
/// <param name="Units">The units that are read, when they aren't all that are shown.</param>
/// <param name="Strengths">Signed hundredths, one a curve, or empty.</param>
/// <param name="AreMany">Whether so many lie side by side that each is drawn faint.</param>
public sealed record OverviewEdgesView(OverviewEdges Curves, string Units, string Strengths, bool AreMany);
