using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Site.Templates;

namespace Convscope.Site.Views;

/// <summary>What the pages say of two files that are compared.</summary>
/// <param name="Model">What the site's own file is called.</param>
/// <param name="Other">What the other is called.</param>
/// <param name="OtherSha256">Its hash.</param>
/// <param name="Recipe">How its pictures are prepared, as keys with values, where that is otherwise; else empty.</param>
/// <param name="Alone">Layers of the site's own without a partner.</param>
/// <param name="OthersAlone">Those of the other, by name, operator and shape.</param>
/// <param name="Unlike">Partners of different shapes.</param>
public sealed record CompareView(
    string Model, string Other, string OtherSha256, string Recipe, ImmutableArray<ComparedNameView> Alone,
    ImmutableArray<ComparedNameView> OthersAlone, ImmutableArray<ComparedNameView> Unlike);

/// <summary>A layer that isn't compared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its operator.</param>
/// <param name="Shape">Its shape; of partners, both.</param>
public sealed record ComparedNameView(string Name, string Title, string Shape);

/// <summary>What both networks say of a picture.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Url">The page on which its layers are compared.</param>
/// <param name="Own">The site's own network's answer.</param>
/// <param name="Other">The other's.</param>
/// <param name="Change">Whether the first answer is another, as a word; empty where that can't be said.</param>
/// <param name="HasChanged">Whether it is.</param>
/// <param name="Difference">The largest difference of a number of the answers; null where they aren't of one shape.</param>
public sealed record ComparedAnswerView(
    PictureView Picture, string Url, string Own, string Other, string Change, bool HasChanged, Number? Difference);

/// <summary>A layer in a table of differences.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Url">Its page for the picture.</param>
/// <param name="OtherName">What the other network calls its partner, where that is otherwise; else empty.</param>
/// <param name="By">By what they are partners, in words; empty where it is the name.</param>
/// <param name="Relative">The root mean square of the differences as a share of the range.</param>
/// <param name="Share">The same, for people.</param>
/// <param name="Bar">Length of a bar, 0 to 100.</param>
/// <param name="Worst">The farthest cell.</param>
/// <param name="Picture">The picture that this is of.</param>
public sealed record ComparedLayerView(
    LayerView Layer, string Url, string OtherName, string By, Number Relative, string Share, string Bar, ComparedCellView Worst,
    string Picture)
{
    /// <summary>The mean share over all pictures, for people; empty on the page of one.</summary>
    public string Mean { get; init; } = "";

    /// <summary>Cells without a finite number.</summary>
    public int NotFinite { get; init; }
}

/// <summary>A cell that is far apart.</summary>
/// <param name="Name">Where it is, in words.</param>
/// <param name="Url">The unit's page at this cell; empty where it has none.</param>
/// <param name="Own">The site's own network's number.</param>
/// <param name="Other">The other's.</param>
/// <param name="Difference">The first less the second.</param>
public sealed record ComparedCellView(string Name, string Url, Number Own, Number Other, Number Difference);

/// <summary>The maps of a layer of both networks.</summary>
/// <param name="Row">The layer with its differences.</param>
/// <param name="Bar">The colours of both networks' maps.</param>
/// <param name="Units">Its units.</param>
public sealed record ComparedMapsView(ComparedLayerView Row, Html Bar, ImmutableArray<ComparedUnitView> Units);

/// <summary>Three maps of a unit.</summary>
/// <param name="Name">What the unit is called.</param>
/// <param name="Url">Its page.</param>
/// <param name="Width">Columns of the maps.</param>
/// <param name="Height">Rows of the maps.</param>
/// <param name="Map">The site's own network's map.</param>
/// <param name="Other">The other's.</param>
/// <param name="Difference">What is between them.</param>
/// <param name="Worst">The farthest cell.</param>
public sealed record ComparedUnitView(
    string Name, string Url, int Width, int Height, string Map, string Other, string Difference, ComparedCellView Worst);

/// <summary>A class with both networks' shares.</summary>
/// <param name="Own">The class as the site's own has it.</param>
/// <param name="Other">The other's share.</param>
/// <param name="Value">The same, exact.</param>
/// <param name="Bar">Length of a bar, 0 to 100.</param>
/// <param name="IsTop">Whether it is the other's first answer.</param>
public sealed record ComparedClassView(ClassView Own, string Other, double Value, string Bar, bool IsTop);
