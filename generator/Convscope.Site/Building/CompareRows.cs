using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Comparing;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Puts the differences of layers into rows of a table, in one language.</summary>
public sealed class CompareRows(NetworkGraph network, ComparedModel other, Edition edition)
{
    /// <summary>The layers of a picture that can be compared, in order.</summary>
    public ImmutableArray<ComparedLayerView> Of(PictureView picture, PictureComparison found, PictureRecord record)
    {
        var longest = found.Differences.Max(difference => difference?.Relative ?? 0);
        var rows = ImmutableArray.CreateBuilder<ComparedLayerView>();
        for (var i = 0; i < found.Differences.Length; i++)
        {
            if (found.Differences[i] is not { } difference) continue;
            var pair = other.Pairing.Pairs[i];
            var layer = pair.Layer;
            var hasPage = record.Layers[network.PositionOf(layer.Id)].Units.Any(unit => unit.Index == difference.Worst.Unit);
            rows.Add(new(
                edition.Views[layer], Routes.Layer(picture.Id, layer.Id),
                pair.Other.ShownName == layer.ShownName ? "" : pair.Other.ShownName, By(pair),
                new(difference.Relative, Tens.Most), Share(difference.Relative, edition.Words), Bar(difference.Relative, longest),
                Cell(layer, difference, DecimalsOf(difference), hasPage ? picture.Id : null, edition),
                picture.Title)
            {
                NotFinite = difference.NotFinite,
            });
        }

        return rows.ToImmutable();
    }

    /// <summary>Of each layer the picture in which it is farthest apart, and the mean of all.</summary>
    public static ImmutableArray<ComparedLayerView> Worst(ImmutableArray<ImmutableArray<ComparedLayerView>> pictures, Words words)
    {
        var longest = pictures.SelectMany(rows => rows).Select(row => row.Relative.Exact).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(0, pictures[0].Length).Select(i =>
        {
            var worst = pictures.Select(rows => rows[i]).MaxBy(row => row.Relative.Exact)!;
            return worst with
            {
                Bar = Bar(worst.Relative.Exact, longest),
                Mean = Share(pictures.Average(rows => rows[i].Relative.Exact), words),
                NotFinite = pictures.Max(rows => rows[i].NotFinite),
            };
        })];
    }

    /// <summary>A cell with both numbers.</summary>
    /// <param name="layer">Its layer.</param>
    /// <param name="difference">The numbers.</param>
    /// <param name="decimals">Their decimals.</param>
    /// <param name="picture">The picture whose pages have its unit; null where there is none.</param>
    /// <param name="edition">The language.</param>
    public static ComparedCellView Cell(Layer layer, LayerDifference difference, int decimals, string? picture, Edition edition)
    {
        var (cell, words) = (difference.Worst, edition.Words);
        var unit = edition.Views.UnitName(layer, cell.Unit);
        var isMap = layer.Shape.MapSize > 1;
        var fragment = isMap ? string.Create(CultureInfo.InvariantCulture, $"#y={cell.Row}&x={cell.Column}") : "";
        return new(
            isMap ? words["compare_cell", unit, cell.Row, cell.Column] : unit,
            picture is null || layer.Operator is ILaysOut ? "" : Routes.Unit(picture, layer.Id, cell.Unit) + fragment,
            new(difference.Value, decimals), new(difference.Other, decimals), new(difference.Largest, decimals));
    }

    /// <summary>So many decimals that the differences of a layer, mostly far smaller than its numbers, are seen.</summary>
    public static int DecimalsOf(LayerDifference difference) => Math.Min(
        Number.MostPlain, Decimals.ForMagnitude(difference.Largest == 0 ? difference.Range : Math.Abs(difference.Largest)));

    /// <summary>A share in hundredths, with two digits that count.</summary>
    public static string Share(double share, Words words) =>
        words["percent", new Number(share * 100, share == 0 ? 0 : PercentDecimals(share * 100)).Short];

    /// <summary>Decimals of a number of hundredths.</summary>
    public static int PercentDecimals(double percent) =>
        percent == 0 ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(percent)), 0, Number.MostPlain);

    private static string Bar(double relative, double longest) =>
        (longest == 0 ? 0 : relative / longest * 100).ToString("0.#", CultureInfo.InvariantCulture);

    private string By(LayerPair pair) => pair.By switch
    {
        PairedBy.Value => edition.Words["compare_by_value"],
        PairedBy.Order => edition.Words["compare_by_order"],
        _ => "",
    };
}
