using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>The whole network at work on a picture.</summary>
public sealed class OverviewFigure : Figure
{
    private readonly PictureChoice _picture;

    /// <summary>Reads <c>picture</c>.</summary>
    public OverviewFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _picture = arguments.Picture();
        needs.AddOverview(_picture);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words) => scene.Pictures.Find(_picture) is not { } picture
        ? FigureContent.NoPicture
        : new(picture.View, picture.View.Url)
        {
            More = new Dictionary<string, object?>
            {
                ["picture"] = scene.PictureIn(picture.View,
            words), ["overview"] = picture.Overviews[words.Code]
            }
        };
}

/// <summary>A picture, what the network sees of it, and its channels.</summary>
public sealed class PictureFigure : Figure
{
    private readonly PictureChoice _picture;
    private readonly NamedLayer _input;

    /// <summary>Reads <c>picture</c>.</summary>
    public PictureFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _picture = arguments.Picture();
        _input = arguments.Scope.Layer("input", out _);
        needs.Add(_picture, _input.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        var input = _input.Layer!;
        var told = scene.PictureIn(picture.View, words);
        var tiles = picture.Maps[input.Id].Units.Select(unit => scene.Tile(picture, input, unit.Index, words));
        return new(new TilesView([.. tiles], 0, ""), picture.Maps[input.Id].Url)
        {
            Picture = picture.View.Seen,
            More = new Dictionary<string, object?>
            {
                ["picture"] = picture.View, ["input"] = input.Shape, ["alt"] = told.Alt,
                ["title"] = told.Title
            },
        };
    }
}

/// <summary>What the network says of a picture: a bar a class.</summary>
public sealed class SoftmaxFigure : Figure
{
    private readonly PictureChoice _picture;

    /// <summary>Reads <c>picture</c>.</summary>
    public SoftmaxFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _picture = arguments.Picture();
        needs.Add(_picture);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        if (picture.View.Classes.IsEmpty) return FigureContent.Nothing;
        var told = scene.PictureIn(picture.View, words);
        var rows = told.Classes.Select(c => new ShareView(
            c.Label, c.Url, ((float)c.Value).ToString("R", CultureInfo.InvariantCulture), MapWords.Percent(c.Value, words), c.Bar, c.IsTop,
                c.IsTrue));
        return new(rows.ToArray(), picture.View.Classes.First(c => c.IsTop).Url)
        {
            More = new Dictionary<string, object?> { ["picture"] = picture.View, ["title"] = told.Title },
        };
    }
}

/// <summary>What the pictures show, and what the network says they do.</summary>
public sealed class ConfusionFigure : Figure
{
    /// <summary>Reads nothing.</summary>
    public ConfusionFigure(Arguments arguments)
        : base(arguments.Key)
    {
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        var known = scene.EditionOf(words).Site.Pictures.Where(picture => picture.IsKnown && picture.HasPrediction).ToArray();
        if (known.Length == 0) return FigureContent.Nothing;
        string[] labels = [.. known.SelectMany(picture => new[] { picture.Label, picture.PredictedLabel }).Distinct()];
        var rows = labels.Where(label => known.Any(picture => picture.Label == label))
            .Select(label => new RowView(label, "", [.. labels.Select(said =>
        {
            var count = known.Count(picture => picture.Label == label && picture.PredictedLabel == said);
            var text = count.ToString(CultureInfo.InvariantCulture);
            return new CellView(count == 0 ? "·" : text, count == 0 ? "" : text, said == label ? "number same" : count > 0
                ? "number other" : "number");
        })]));
        return new(new TableView([words["shown_said"], .. labels], [.. rows]), "index.html") { Template = "figures/table.html" };
    }
}

/// <summary>How many units of a layer are zero everywhere, on every picture of the site.</summary>
public sealed class DeadUnitsFigure : Figure
{
    private readonly NamedLayer[] _layers;

    /// <summary>Reads <c>layer</c>; without it, all activations.</summary>
    public DeadUnitsFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _layers = arguments.Text("layer", "all") == "all"
            ? [.. arguments.Scope.OfKind("activation").Select(layer => new NamedLayer(layer, layer.Id))]
                : [arguments.Layer("activation:first")];
        foreach (var choice in _layers) needs.AddStatistics(choice.Layer);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        var rows = _layers.Where(choice => choice.Layer is not null).Select(choice =>
        {
            var layer = choice.Layer!;
            var answers = scene.Pictures.Answers(layer);
            var units = layer.Shape.Units;
            var dead = DeadUnits.Count(answers, units);
            var mean = answers.Average(answer => answer.AreZero.Count(isZero => isZero));
            return new RowView(layer.ShownName, answers[0].Maps.Url,
            [
                Whole(units), Whole(dead), new(MapWords.Percent((double)dead / units, words),
                    new Number((double)dead / units, 3).ExactText, "number"),
                new(Number.Format(mean, 1), new Number(mean, 1).ExactText, "number"),
            ]);
        }).ToArray();
        return rows.Length == 0 ? FigureContent.NoLayer : new(
            new TableView([words["layer"], words["units"], words["dead_units"], words["share"], words["silent_units"]],
                [.. rows]), "index.html")
        { Template = "figures/table.html" };
    }

    private static CellView Whole(int number) => new(MapWords.Whole(number), number.ToString(CultureInfo.InvariantCulture), "number");
}

/// <summary>Counts units that are zero everywhere on every picture.</summary>
public static class DeadUnits
{
    /// <summary>How many.</summary>
    public static int Count(IReadOnlyList<LayerAnswer> answers, int units) =>
        Enumerable.Range(0, units).Count(unit => answers.All(answer => answer.AreZero[unit]));
}
