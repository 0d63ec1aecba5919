using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Answers;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Rendering.Colours;
using Convscope.Rendering.Png;
using Convscope.Site.Assets;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Draws a network's answer to a picture, in one language; each number comes from the recorded output.</summary>
/// <param name="network">The network.</param>
/// <param name="answer">How the answer is read.</param>
/// <param name="plan">Which units have pages.</param>
/// <param name="views">The layers.</param>
/// <param name="surveys">What the network gave for all pictures.</param>
/// <param name="pictures">The same pictures.</param>
/// <param name="shared">Takes what is drawn.</param>
public sealed class AnswerComposer(
    NetworkGraph network, AnswerPlan answer, UnitPlan plan, NetworkViews views, ImmutableArray<PictureSurvey> surveys,
    ImmutableArray<PictureView> pictures, SharedFiles shared)
{
    private const int ScoreDecimals = 4;

    /// <summary>So many boxes are shown.</summary>
    private const int MostBoxes = 100;

    /// <summary>One a language; none where nothing is known of how the answer is drawn.</summary>
    public static ImmutableArray<AnswerComposer?> All(ImmutableArray<Edition> editions, NetworkGraph network, AnswerPlan? answer,
        UnitPlan plan, ImmutableArray<PictureSurvey> surveys, SharedFiles shared) => [.. editions.Select(edition => answer is null
            ? null : new AnswerComposer(network, answer, plan, edition.Views, surveys, edition.Site.Pictures, shared))];

    /// <summary>The answer; null where the numbers aren't finite, or there is nothing to compare.</summary>
    public AnswerView? Of(PictureRun run)
    {
        var output = run.Activations[answer.Layer];
        if (output.NotFinite > 0 || run.Activations[answer.Boxes].NotFinite > 0) return null;
        return answer.Recipe.Kind switch
        {
            AnswerKind.Mask => Mask(run, output),
            AnswerKind.Points => Points(run, output),
            AnswerKind.Picture => Picture(run, output),
            AnswerKind.Text => Text(run, output),
            AnswerKind.Distances => Distances(run),
            _ => Boxes(run, output),
        };
    }

    private BoxesAnswerView Boxes(PictureRun run, Tensor scores)
    {
        var (recipe, shape) = (answer.Recipe, network.Input.Shape);
        var boxes = run.Activations[answer.Boxes];
        var found = BoxReader.Read(recipe, scores, boxes, shape);
        var decimals = Decimals.ForMagnitude(boxes.Magnitude);
        var text = views.Words[recipe.Nothing is null ? "answer_boxes_text" : "answer_boxes_text_nothing", found.Candidates, found.Sure,
            Plain(recipe.Threshold ?? BoxReader.Threshold), Plain(recipe.Overlap), found.Boxes.Length, Label(recipe.Nothing ?? 0)];
        return new(shape.Width, shape.Height, [.. found.Boxes.Take(MostBoxes).Select(box => new BoxView(
            Label(box.Class), ClassColours.CssOf(box.Class), Plain(box.Left * shape.Width), Plain(box.Top * shape.Height),
            Plain(Math.Max(0, box.Right - box.Left) * shape.Width), Plain(Math.Max(0, box.Bottom - box.Top) * shape.Height),
            new(box.Score, ScoreDecimals - box.ScoreCells.Length + 1),
            [.. box.ScoreCells.Select(cell => At(run, answer.Layer, cell, scores[cell], ScoreDecimals))],
            [.. box.BoxCells.Select(cell => At(run, answer.Boxes, cell, boxes[cell], decimals))]))], text);
    }

    private MaskAnswerView Mask(PictureRun run, Tensor output)
    {
        var layer = answer.Layer;
        var isOne = output.Shape.Units == 1;
        var threshold = answer.Recipe.Threshold ?? (layer.Operator.GivesProbabilities ? 0.5 : 0);
        var mask = ClassMask.Of(output, threshold);
        byte[] table = [.. Enumerable.Range(0, Math.Min(mask.Counts.Length, ClassColours.Count)).Select(ClassColours.Of)
            .SelectMany(colour => new[] { colour.Red, colour.Green, colour.Blue })];
        byte[] places = [.. mask.Classes.Select(one => (byte)(one % ClassColours.Count))];
        var (width, height) = (output.Shape.Width, output.Shape.Height);
        var route = shared.Add($"maps/{run.Entry.Id}/answer", ".png", () => IndexedPng.Encode(places, width, height, table));
        var classes = Enumerable.Range(0, mask.Counts.Length).Where(one => mask.Counts[one] > 0).OrderByDescending(one => mask.Counts[one])
            .Select(one => new MaskClassView(
                isOne ? views.Words[one == 1 ? "yes" : "no"] : Label(one), ClassColours.CssOf(one % ClassColours.Count),
                TextAlternative.Share(mask.Counts[one] / (double)places.Length, views.Words), mask.Counts[one],
                Url(run, layer, new(isOne ? 0 : one), isWhole: true)));
        return new(route, width, height, [.. classes],
            isOne ? views.Words["answer_mask_one", Plain(threshold)] : views.Words["answer_mask_text", output.Shape.Units]);
    }

    private PointsAnswerView Points(PictureRun run, Tensor output)
    {
        var (recipe, shape) = (answer.Recipe, network.Input.Shape);
        var decimals = Decimals.ForMagnitude(output.Magnitude);
        var points = Enumerable.Range(0, output.Values.Length / 2).Select(i =>
        {
            var (x, y) = recipe.RowsFirst ? ((2 * i) + 1, 2 * i) : (2 * i, (2 * i) + 1);
            var (across, down) = recipe.InPixels == true ? (1, 1) : (shape.Width, shape.Height);
            return new PointView(Plain(output.Values[x] * (double)across), Plain(output.Values[y] * (double)down),
                At(run, answer.Layer, output.Shape.CellAt(x), output.Values[x], decimals),
                At(run, answer.Layer, output.Shape.CellAt(y), output.Values[y], decimals));
        });
        return new(shape.Width, shape.Height, [.. points],
            views.Words[recipe.InPixels == true ? "answer_points_pixels" : "answer_points_shares", output.Values.Length / 2]);
    }

    private PictureAnswerView Picture(PictureRun run, Tensor output)
    {
        var ((black, white), shape) = (answer.Recipe.Range, output.Shape);
        var rgb = new byte[shape.MapSize * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            var value = output.Values[(i % 3 % shape.Units * shape.MapSize) + (i / 3)];
            rgb[i] = (byte)Math.Round(Math.Clamp((value - black) / (white - black), 0, 1) * 255);
        }

        var route = shared.Add($"maps/{run.Entry.Id}/answer", ".png", () => RgbPng.Encode(rgb, shape.Width, shape.Height));
        return new(route, shape.Width, shape.Height, [.. Enumerable.Range(0, shape.Units).Select(unit =>
            new CrumbView(views.UnitName(answer.Layer, unit), Url(run, answer.Layer, new(unit), isWhole: true)))],
            views.Words["answer_picture_text", Plain(black), Plain(white)]);
    }

    private TextAnswerView Text(PictureRun run, Tensor output)
    {
        var labels = answer.Labels;
        var classes = AnswerPlan.Classes(answer.Layer, labels.Length);
        var blank = answer.Recipe.Nothing ?? 0;
        var steps = CtcText.Read(output, classes, blank);
        var decimals = Decimals.ForMagnitude(output.Magnitude);
        string Letter(int one) => one == blank ? "" : labels[classes == labels.Length || one < blank ? one : one - 1];
        return new(views.Words.Name(string.Concat(steps.Where(step => step.IsKept).Select(step => Letter(step.Class)))),
            [.. steps.Select(step => new TextStepView(step.Step, step.Class == blank
                ? views.Words["answer_blank"] : views.Words.Name(Letter(step.Class)), step.IsKept,
                At(run, answer.Layer, step.Cell, step.Value, decimals)))],
            views.Words["answer_text_text", steps.Length, blank]);
    }

    private DistancesAnswerView? Distances(PictureRun run)
    {
        var own = surveys.First(survey => survey.Entry.Id == run.Entry.Id).Output;
        var rows = surveys.Select((survey, i) => (Survey: survey, Picture: pictures[i]))
            .Where(one => one.Survey.Entry.Id != run.Entry.Id && one.Survey.Output.Length == own.Length && own.Length > 0)
            .Select(one => (one.Picture, Distance: VectorDistance.Of(own, one.Survey.Output)))
            .OrderByDescending(one => one.Distance.Cosine).ThenBy(one => one.Distance.Euclidean)
            .Select(one => new DistanceView(one.Picture, new(one.Distance.Cosine, ScoreDecimals),
                new(one.Distance.Euclidean, Decimals.ForMagnitude(one.Distance.Euclidean)))).ToImmutableArray();
        return rows.IsEmpty ? null : new(rows, views.Words["answer_distances_text", own.Length]);
    }

    private AnswerNumberView At(PictureRun run, Layer layer, Cell cell, float value, int decimals) =>
        new(new(value, decimals), Url(run, layer, cell, isWhole: false));

    private string Url(PictureRun run, Layer layer, Cell cell, bool isWhole)
    {
        if (layer.Operator is ILaysOut || !plan.Units(layer).Contains(cell.Unit)) return "";
        var place = isWhole || layer.Shape.MapSize == 1 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"#y={cell.Row}&x={cell.Column}");
        return Routes.Unit(run.Entry.Id, layer.Id, cell.Unit) + place;
    }

    private string Label(int one) => one < answer.Labels.Length ? views.Words.Name(answer.Labels[one]) : views.Words["class_number", one];

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
