using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Maps;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes the pages on which two files are compared: one of all pictures, and one a picture.</summary>
public sealed class CompareComposer(NetworkGraph network, ComparedModel other, PictureComparer comparer)
{
    /// <summary>Writes the pages of all languages.</summary>
    /// <param name="editions">The languages.</param>
    /// <param name="surveys">What the site's own network gave for each picture.</param>
    /// <param name="records">Which units have pages, in the same order.</param>
    public void Write(
        ImmutableArray<Edition> editions, ImmutableArray<PictureSurvey> surveys, IReadOnlyList<PictureRecord> records)
    {
        foreach (var edition in editions) Write(edition, surveys, records);
    }

    private void Write(Edition edition, ImmutableArray<PictureSurvey> surveys, IReadOnlyList<PictureRecord> records)
    {
        var (pages, words) = (edition.Pages, edition.Words);
        var rows = new CompareRows(network, other, edition);
        var answers = new CompareAnswers(network, other, edition);
        var compared = Compared(words, edition.Views);
        var told = surveys.Select((survey, i) => (Answer: answers.Of(survey, comparer[survey.Entry.Id]),
            Rows: rows.Of(edition.Site.Pictures[i], comparer[survey.Entry.Id], records[i]))).ToImmutableArray();
        pages.Write("pages/compare.html",
            pages.Page(Routes.Compare, "compare", words["compare"], words["compare_description", compared.Model, compared.Other]),
            ("compared", compared), ("answers", told.Select(one => one.Answer).ToImmutableArray()),
            ("changed", told.Count(one => one.Answer.HasChanged)), ("said", told.Count(one => one.Answer.Change.Length > 0)),
            ("rows", CompareRows.Worst([.. told.Select(one => one.Rows)], words)));
        for (var i = 0; i < surveys.Length; i++)
        {
            var (picture, found) = (edition.Site.Pictures[i], comparer[surveys[i].Entry.Id]);
            var title = words["compare_picture", picture.Title];
            var page = pages.Page(Routes.CompareOf(picture.Id), "compare", title,
                words["compare_picture_description", picture.Title, compared.Model, compared.Other], (words["compare"], Routes.Compare));
            pages.Write("pages/compare-picture.html", page,
                ("compared", compared), ("picture", picture), ("answer", told[i].Answer), ("rows", told[i].Rows),
                ("classes", answers.Classes(surveys[i], found, picture)),
                ("maps", Maps(found, told[i].Rows, picture.Id, edition)), ("difference_bar", DifferenceBar(found, words)));
        }
    }

    private CompareView Compared(Words words, NetworkViews views)
    {
        var pairing = other.Pairing;
        var others = new NetworkViews(other.Network, other.Metadata, words);
        var recipe = other.HasOwnRecipe
            ? string.Join(words["list_comma"], RecipeText.Of(other.Metadata.Preprocessing).Select(entry => $"{entry.Key}: {entry.Value}"))
            : "";
        return new(
            words.Name(other.Names.Model), words.Name(other.Names.Other), other.Sha256, recipe, [.. pairing.Alone.Select(Named)],
            [.. pairing.OthersAlone.Select(layer => new ComparedNameView(layer.ShownName, others[layer].Title, layer.Shape.ToString()))],
            [.. pairing.Pairs.Where(pair => !pair.HasSameShape).Select(pair => Named(pair.Layer) with
            {
                Shape = words["compare_shapes", pair.Layer.Shape, pair.Other.Shape],
            })]);

        ComparedNameView Named(Layer layer) => new(layer.ShownName, views[layer].Title, layer.Shape.ToString());
    }

    private ImmutableArray<ComparedMapsView> Maps(
        PictureComparison found, ImmutableArray<ComparedLayerView> rows, string picture, Edition edition)
    {
        return [.. found.Maps.Select(maps =>
        {
            var layer = other.Pairing.Pairs[maps.Pair].Layer;
            var shape = layer.Shape;
            var decimals = CompareRows.DecimalsOf(found.Differences[maps.Pair]!);
            var bar = ColourBar.Svg(ColourScale.Diverging(maps.Magnitude), PaletteName.Diverging, decimals,
                edition.Words["scale_of_named", layer.ShownName], $"bar-{layer.Id}");
            return new ComparedMapsView(rows.First(row => row.Layer.Id == layer.Id), new Html(bar), [.. maps.Units.Select(unit =>
                new ComparedUnitView(edition.Views.UnitName(layer, unit.Unit), Routes.Unit(picture, layer.Id, unit.Unit),
                    shape.Width, shape.Height, unit.Map, unit.Other, unit.Difference,
                    CompareRows.Cell(layer, unit.Worst, decimals, picture, edition)))]);
        })];
    }

    private static Html DifferenceBar(PictureComparison found, Words words)
    {
        var end = found.ScaleEnd * 100;
        return new(ColourBar.Svg(ColourScale.Diverging(end), PaletteName.Diverging, CompareRows.PercentDecimals(end),
            words["compare_scale"], "bar-difference"));
    }
}
