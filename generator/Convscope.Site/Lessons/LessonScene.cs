using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons;

/// <summary>Everything that figures and numbers are made from, once all pictures have gone through the network.</summary>
public sealed record LessonScene(LessonScope Scope, ImmutableArray<Edition> Editions, KernelPictures Kernels, LessonPictures Pictures)
{
    /// <summary>The network on its way through its training, or null.</summary>
    public LearningRuns? Learning { get; init; }

    /// <summary>Takes pictures that only a figure has.</summary>
    public StagedSite? Staged { get; init; }

    /// <summary>The site in its own language.</summary>
    public SiteView Site => Editions[0].Site;

    /// <summary>The network.</summary>
    public NetworkGraph Network => Scope.Network;

    /// <summary>A unit's name in a language: a class, a colour's channel, or its number.</summary>
    public string UnitName(Layer layer, int unit, Words words) => EditionOf(words).Views.UnitName(layer, unit);

    /// <summary>The site in a language.</summary>
    public Edition EditionOf(Words words) => Editions.First(edition => edition.Words.Code == words.Code);

    /// <summary>A picture in a language.</summary>
    public PictureView PictureIn(PictureView picture, Words words) => EditionOf(words).Picture(picture.Id);

    /// <summary>The operator's name in a language.</summary>
    public static string OperatorName(Layer layer, Words words) => words.Heading(layer.Operator.Title);

    /// <summary>Rows and columns of the picture that a cell of a layer sees, of the one that sees most: no padding; "at most" where more
    /// isn't known.</summary>
    /// <param name="pair">Writes two numbers.</param>
    public string FieldOf(Layer layer, Words words, Func<int, int, string> pair)
    {
        var fields = Network.Fields[layer];
        var size = fields.Largest;
        return fields.IsAtMost ? words["field_at_most", pair(size.Height, size.Width)] : pair(size.Height, size.Width);
    }

    /// <summary>The unit that was chosen, on a picture.</summary>
    public static int UnitOf(UnitChoice choice, LessonPicture picture, Layer layer) =>
        choice.On(picture[layer], [.. picture.Maps[layer.Id].Units.Select(unit => unit.Index)]);

    /// <summary>A unit's map, or the number of a vector's unit, with its text alternative.</summary>
    /// <param name="region">What is framed on the map, or null.</param>
    public MapTile Tile(LessonPicture picture, Layer layer, int unit, Words words, Region? region = null)
    {
        var maps = picture.Maps[layer.Id];
        var view = maps.Units.FirstOrDefault(candidate => candidate.Index == unit);
        var scale = maps.Scale;
        var decimals = Decimals.ForMagnitude(Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum)));
        var statistics = MapStatistics.Of(picture[layer], unit);
        var name = UnitName(layer, unit, words);
        var isMap = layer.Shape.MapSize > 1;
        return new(
            name, view?.Url ?? maps.Url, view?.Map ?? "", layer.Shape.Width, layer.Shape.Height,
                MapWords.Alt(layer.ShownName + words["comma"] + name, statistics, decimals, words),
            new(statistics.Minimum, decimals), new(statistics.Maximum, decimals), MapWords.Percent(statistics.ZeroShare, words), isMap
                && region is { } framed ? CursorView.Of(framed, layer.Shape) : null,
            view?.Colour ?? "", layer.ShownName, maps.Url, scale.Palette, new(scale.Minimum, decimals), new(scale.Maximum, decimals));
    }

    /// <summary>The name of an equation's part: where its numbers come from.</summary>
    public string PartName(Layer layer, Part part, Words words)
    {
        if (part.Terms.IsEmpty) return words[layer.Operator is ISharesOut ? "other_classes" : "other_inputs", MapWords.Whole(part.Count)];
        if (part.Input < 0) return words["constant"];
        var origin = PartOrigin.Of(Network, layer, part);
        var name = origin.Name((source, unit) => UnitName(source, unit, words), words);
        return origin.Source == origin.Input ? name : origin.Source.ShownName + words["comma"] + name;
    }
}

/// <summary>Says in a language's words what a map shows.</summary>
public static class MapWords
{
    /// <summary>Range, share of zeros and strongest cell.</summary>
    public static string Alt(string name, MapStatistics map, int decimals, Words words)
    {
        if (map.Minimum == map.Maximum) return words["alt_constant", name, Number.Format(map.Minimum, decimals)];
        var zeros = map.ZeroShare > 0 ? words["alt_zeros", Percent(map.ZeroShare, words)] : "";
        return words["alt_map", name, Number.Format(map.Minimum, decimals), Number.Format(map.Maximum, decimals), zeros, map.Strongest.Row,
            map.Strongest.Column];
    }

    /// <summary>A share as a percentage of one decimal.</summary>
    public static string Percent(double share, Words words) => words["percent", Number.Format(share * 100, 1)];

    /// <summary>A whole number with separators.</summary>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
