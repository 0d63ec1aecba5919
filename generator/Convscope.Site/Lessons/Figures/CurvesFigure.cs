using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>Loss and accuracy over the epochs, on pictures that were trained on and on others.</summary>
public sealed class CurvesFigure : Figure
{
    /// <summary>The drawing's own units: <c>viewBox="0 0 340 200"</c> with room for numbers
    /// and names.</summary>
    private const double Left = 40, Right = 262, Top = 8, Bottom = 170, Apart = 14;

    private readonly bool _isPlain;

    /// <summary>Reads <c>run</c>.</summary>
    public CurvesFigure(Arguments arguments)
        : base(arguments.Key) => _isPlain = arguments.Choice("run", "own", "own", "plain") == "plain";

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (scene.Learning?.Record is not { } record || (_isPlain ? record.Plain : record.Curves) is not { } curves)
            return FigureContent.Nothing;

        // Both runs of a training are drawn on one scale, so that they can be compared.
        var losses = new[] { record.Curves, record.Plain ?? record.Curves }.SelectMany(run => run.Loss.Training.Concat(run.Loss.HeldOut));
        var most = Math.Ceiling(losses.Max() * 2) / 2;
        ChartView[] charts =
        [
            Chart(words["loss"], curves.Loss, most, level => Number.Format(level, 2), words),
            Chart(words["accuracy"], curves.Accuracy, 1, level => words["percent", Number.Format(level * 100, 0)], words),
        ];
        var rows = curves.Loss.Training.Select((_, epoch) => new RowView(MapWords.Whole(epoch), "",
        [
            Loss(curves.Loss.Training[epoch]), Loss(curves.Loss.HeldOut[epoch]), Share(curves.Accuracy.Training[epoch], words),
            Share(curves.Accuracy.HeldOut[epoch], words),
        ]));
        string[] head =
        [
            words["epoch"], words["loss_on_training"], words["loss_on_held_out"],
            words["accuracy_on_training"], words["accuracy_on_held_out"],
        ];
        return new(new TableView([.. head], [.. rows]), "") { More = new Dictionary<string, object?> { ["charts"] = charts } };
    }

    /// <summary>A share of right answers, as a cell of a table.</summary>
    internal static CellView Share(double share, Words words) =>
        new(MapWords.Percent(share, words), new Number(share, 3).ExactText, "number");

    private static CellView Loss(double loss) => new(Number.Format(loss, 2), new Number(loss, 2).ExactText, "number");

    private static ChartView Chart(string name, LearningCurve curve, double most, Func<double, string> level, Words words)
    {
        var epochs = curve.Training.Length - 1;
        double Y(double value) => Bottom - (value / most * (Bottom - Top));
        string Points(ImmutableArray<double> values) =>
            string.Join(' ', values.Select((value, epoch) => $"{Text(Left + ((Right - Left) * epoch / epochs))},{Text(Y(value))}"));

        // The names at the ends of the two lines don't cover each other.
        var (training, held) = (Y(curve.Training[^1]), Y(curve.HeldOut[^1]));
        var room = Math.Max(0, Apart - Math.Abs(training - held)) / 2 * (training <= held ? 1 : -1);
        int[] marks = [.. new[] { 0, epochs / 2, epochs }.Distinct()];
        return new(
            name,
            [
                new(words["on_training"], Points(curve.Training), Text(training - room), false),
                new(words["on_held_out"], Points(curve.HeldOut), Text(held + room), true),
            ],
            [.. new[] { 0, most / 2, most }.Select(value => new ChartMark(Text(Y(value)), level(value)))],
            [.. marks.Select(epoch => new ChartMark(Text(Left + ((Right - Left) * epoch / epochs)), MapWords.Whole(epoch)))]);
    }

    private static string Text(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
