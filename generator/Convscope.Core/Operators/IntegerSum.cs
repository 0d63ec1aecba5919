using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Weighs whole numbers by whole numbers, each less the one that stands for 0, and adds up without rounding; what becomes of the sum says
/// its ending.
/// </summary>
public abstract class IntegerSum : Operator, IStores
{
    private readonly int? _centre;

    /// <summary>A sum.</summary>
    /// <param name="centre">The number that stands for 0 in what is read; null where the second input says it.</param>
    /// <param name="ending">What becomes of the sum.</param>
    private protected IntegerSum(int? centre, SumEnding ending) => (_centre, Ending) = (centre, ending);

    /// <summary>What becomes of the sum.</summary>
    protected SumEnding Ending { get; }

    /// <inheritdoc/>
    public Quantiser? Stores => Ending.To;

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <summary>The number that stands for 0 in what is read, for the script; 0 where the second input says it.</summary>
    private protected int Zero => _centre ?? 0;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [
        .. SumSettings, .. _centre is { } centre ? [new("input_zero_point", centre)] : Array.Empty<Setting>(),
        .. Ending.To?.Settings("output_step", "output_zero_point") ?? []];

    /// <summary>The settings of the sum itself.</summary>
    protected virtual IReadOnlyList<Setting> SumSettings => [];

    /// <summary>The weighing of numbers that are less their zero point already.</summary>
    private protected abstract Operator Inner { get; }

    /// <inheritdoc/>
    public override long Parameters => Inner.Parameters;

    /// <inheritdoc/>
    public override bool IsPerUnit => Inner.IsPerUnit;

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) => Inner.MultiplyAdds([inputs[0]], output);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => Inner.OutputShape([inputs[0]]);

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var sums = Inner.Forward([Centred(inputs)])!;
        var size = OutputShape([.. inputs.Select(input => input.Shape)]).MapSize;
        for (var i = 0; i < sums.Length; i++) sums[i] = Ending.Of(sums[i], i / size);
        return sums;
    }

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        if (Ending.IsExact) return new double[exact.Length];
        var centred = Centred(inputs);
        var sums = Inner.Forward([centred])!;
        var bounds = Inner.Bounds([centred], sums);
        var size = OutputShape([.. inputs.Select(input => input.Shape)]).MapSize;
        for (var i = 0; i < bounds.Length; i++) bounds[i] = Ending.Bound(sums[i], bounds[i], i / size);
        return bounds;
    }

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs)
    {
        var at = Inner.Recompute([Centred(inputs)])!;
        return cell => at(cell) is var sum ? new(Ending.Of(sum.Exact, cell.Unit), Ending.Bound(sum.Exact, sum.Bound, cell.Unit)) : default;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => input == 0
        ? Inner.ReadingOf(0, inputShape) : AxisReading.All(inputShape);

    /// <inheritdoc/>
    public override IReadOnlyList<double>? Strengths(int unit) => Inner.Strengths(unit);

    /// <summary>How its equation adds up: whole numbers exactly.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var centre = e["centre"];
        foreach (var part in e.Parts.Where(part => part.Terms.Count > 0))
        {
            var sum = part.Terms.Where(term => !term.IsPadding)
                .Aggregate(ShownNumber.Zero, (total, term) => total + ((term.X - centre) * (term.W ?? ShownNumber.One)));
            e.ExpectExactly("a part", sum, part.Value ?? sum);
        }

        e.ExpectExactly("the parts and the bias", e.SumOfParts + (e.Find("b") ?? ShownNumber.Zero), e["acc"]);
        SumEnding.AddsUp(e);
    }

    /// <summary>The equation of parts whose operands are centred; they are shown as they are.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="bias">What is added to them; 0 where the model has none.</param>
    /// <param name="inputs">What is read.</param>
    /// <param name="output">What was recorded.</param>
    /// <param name="cell">The cell.</param>
    private protected Explanation Explained(IReadOnlyList<SumPart> parts, double bias, IReadOnlyList<Tensor> inputs, Tensor output,
        Cell cell)
    {
        var centre = Centre(inputs);
        var sum = parts.Sum(part => part.Sum) + bias;
        var e = SumExplanation.With(Kind, cell, [.. parts.Select(part => part with
        {
            Terms = [.. part.Terms.Select(term => term with { X = term.IsPadding ? 0 : term.X + centre })], Sum = part.Sum,
        })], bias, output[cell], new(0, 0, 0, 0));
        return Ending.Explain(e with { Extras = e.Extras.Add("acc", new(sum, 0)).Add("centre", new(centre, 0)) }, output.Magnitude);
    }

    /// <summary>What is read, less what stands for 0.</summary>
    private protected Tensor Centred(IReadOnlyList<Tensor> inputs)
    {
        var centre = Centre(inputs);
        return centre == 0 ? inputs[0] : new(inputs[0].Shape, Array.ConvertAll(inputs[0].Values, x => x - centre));
    }

    private int Centre(IReadOnlyList<Tensor> inputs) => _centre ?? (int)inputs[1].Values[0];

    /// <summary>Weights less what stands for 0 among them: one number for all, or one for each of the units.</summary>
    /// <param name="weights">The weights as they are stored.</param>
    /// <param name="zeros">Their zero points, or null.</param>
    /// <param name="unitOf">The unit of a weight.</param>
    private protected static float[] CentredWeights(Constant weights, Constant? zeros, Func<int, int> unitOf) =>
        zeros is null ? weights.Values : [.. weights.Values.Select((w, i) => w - zeros.Values[zeros.Values.Length == 1 ? 0 : unitOf(i)])];

    /// <summary>The zero point among a node's constants: 0 where it has none; null where it is the second thing that flows.</summary>
    private protected static int? CentreOf(NodeDescription node, int position) =>
        node.Constants.TryGetValue(position, out var zero) ? (int)zero.Values[0] : node.InputShapes.Count > 1 ? null : 0;

    /// <summary>The ending of a node that gives the sums themselves: none, or a factor and a bias of the nodes after it.</summary>
    private protected static SumEnding Whole(NodeDescription node) => node.Constants.TryGetValue(4, out var factors)
        ? new([.. factors.Values], [.. node.Constants.GetValueOrDefault(5)?.Values ?? []], null, false) : SumEnding.None;

    /// <summary>The ending of a node that multiplies steps: of what is read, of the weights, and divides by the output's.</summary>
    /// <exception cref="NotSupportedException">A step depends on the picture.</exception>
    private protected static SumEnding Multiplied(NodeDescription node, int input, int weights, int output, float by = 1)
    {
        if (!node.Constants.TryGetValue(input, out var x) || !node.Constants.TryGetValue(weights, out var w) || x.Values.Length != 1)
            throw new NotSupportedException();
        var to = node.Constants.ContainsKey(output) ? Quantiser.Of(node, output) : null;
        return new([.. w.Values.Select(step => (by * (x.Values[0] * step)) / (to?.Steps[0] ?? 1))], [], to, node.Int("real", 0) == 1);
    }
}
