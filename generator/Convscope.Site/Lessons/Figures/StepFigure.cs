using Convscope.Core.Explain;
using Convscope.Core.Operators;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Views;

namespace Convscope.Site.Lessons.Figures;

/// <summary>One step of gradient descent in numbers: a weight of the last dense layer, for one picture, after an early epoch.</summary>
public sealed class StepFigure : Figure
{
    private readonly PictureChoice _picture;

    /// <summary>Reads <c>picture</c>.</summary>
    public StepFigure(Arguments arguments, LessonNeeds needs)
        : base(arguments.Key)
    {
        _picture = arguments.Picture();
        needs.Add(_picture, arguments.Scope.Network.Input);
    }

    /// <inheritdoc/>
    public override FigureContent Compose(LessonScene scene, Words words)
    {
        if (scene.Learning is not { } learning) return FigureContent.Nothing;
        if (scene.Pictures.Find(_picture) is not { } picture) return FigureContent.NoPicture;
        var run = learning.On(picture)[0];
        var output = scene.Network.Output;
        if (picture.View.Classes.FirstOrDefault(one => one.IsTrue) is not { } truth || !output.Operator.Gives.Equals(OutputKind.Shares)
            || scene.Network[output.Inputs[0]] is not { Operator: IFullyConnected } layer) return FigureContent.Nothing;
        var dense = (IFullyConnected)run.Network[layer.Id].Operator;
        var (shares, row) = (run[output].Values, run[scene.Network[layer.Inputs[0]]].Values);
        var other = Enumerable.Range(0, shares.Length).Where(unit => unit != truth.Unit).MaxBy(unit => shares[unit]);
        var input = Enumerable.Range(0, row.Length).MaxBy(i => Math.Abs(row[i]));
        var rate = learning.Record.Rate;
        ClassStep Step(int unit) => new(scene.UnitName(output, unit, words), unit == truth.Unit,
            DescentStep.Of(shares[unit], unit == truth.Unit, row[input], dense.Weights(unit)[input], rate));

        var share = shares[truth.Unit];
        var moved = Moved(shares, truth.Unit, [.. run[layer].Values.Select(logit => (double)logit)],
            rate * (row.Sum(x => (double)x * x) + (dense.HasBias ? 1 : 0)));
        var (before, after) = (Math.Log(share), Math.Log(moved));
        return new(
            new StepView([Step(truth.Unit), Step(other)], MapWords.Whole(input), run.Epoch, Shown(share, before), new(-before, 2),
                Shown(moved, after), new(-after, 2)), "")
        { More = new Dictionary<string, object?> { ["picture"] = scene.PictureIn(picture.View, words), ["layer"] = layer.ShownName } };
    }

    /// <summary>The share of the true class when all weights and biases have made the step: each logit moves by its error times the
    /// rate times the squares of what is read.</summary>
    private static double Moved(float[] shares, int truth, double[] logits, double far)
    {
        for (var unit = 0; unit < logits.Length; unit++) logits[unit] -= far * (shares[unit] - (unit == truth ? 1 : 0));
        var most = logits.Max();
        return Math.Exp(logits[truth] - most) / logits.Sum(logit => Math.Exp(logit - most));
    }

    /// <summary>A share with the digits from which its logarithm follows.</summary>
    private static Number Shown(double share, double logarithm) =>
        new(share, Decimals.ForOperands([share], x => Math.Log(x[0]), logarithm, 2));
}
