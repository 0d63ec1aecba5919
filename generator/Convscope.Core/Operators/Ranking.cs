using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Ranks the numbers of a line, the units at a cell or the columns of a row: which is the largest, where it stands, which come next.
/// Of equal numbers the first comes first.
/// </summary>
/// <param name="node">The node, whose one input is ranked.</param>
/// <param name="axis">The axis where the node names none.</param>
/// <exception cref="NotSupportedException">It ranks along another axis.</exception>
public abstract class Ranking(NodeDescription node, int axis) : Operator, IMayStandStill
{
    /// <summary>How many numbers an equation names; more are said to be behind those.</summary>
    public const int Largest = 32;

    private readonly Shape _input = node.OnlyInput;

    /// <summary>The line that is ranked.</summary>
    protected CellLine Line { get; } = CellLine.Of(node, axis);

    /// <summary>How many results a line has.</summary>
    protected abstract int Results { get; }

    /// <inheritdoc/>
    public override bool IsPerUnit => Line.AlongColumns;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Activate;

    /// <summary>Of many maps not all are named, and which of them are differs from cell to cell.</summary>
    public bool StandsStill => !_input.IsVector && !Line.AlongColumns && _input.Units > Largest;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Equals(_input) ? Line.With(_input, Results)
        : throw new ArgumentException($"{Kind} of {_input} can't read {inputs[0]}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var shape = Line.With(_input, Results);
        var output = new double[shape.Count];
        for (var i = 0; i < output.Length; i++)
        {
            var cell = shape.CellAt(i);
            if (Line.IndexOf(cell) != 0) continue;
            var numbers = Line.Of(inputs[0], cell);
            var order = Order(numbers);
            for (var k = 0; k < Results; k++) output[shape.IndexOf(Line.Place(cell, k))] = Result(numbers, order, k);
        }

        return output;
    }

    /// <summary>Nothing is rounded.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => Line.Reading(inputShape);

    /// <summary>One part a number that is named, with what it counts for: its place, 1 or 0, itself. The extra is the rank of
    /// the result.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var numbers = Line.Of(inputs[0], cell);
        var order = Order(numbers);
        var named = Enumerable.Range(0, numbers.Length);
        if (numbers.Length > Largest)
        {
            var own = RankOf(cell, order);
            named = order.Where((_, rank) => rank < Largest - 1 || rank == own || (own < Largest - 1 && rank == Largest - 1)).Order();
        }

        int[] shown = [.. named];
        var decimals = Apart([.. shown.Select(i => (double)numbers[i])], Decimals.ForMagnitude(inputs[0].Magnitude));
        var parts = shown.Select(i => new Part(
            0, Line.Place(cell, i).Unit, [new Term(new(numbers[i], decimals), null, Line.Place(cell, i))],
            new(Given(numbers, order, i), GivesNumbers ? decimals : 0)));
        var explanation = new Explanation(Kind, cell, [.. parts], null, new(output[cell], GivesNumbers ? decimals : 0));
        return explanation with
        {
            Winner = Array.IndexOf(shown, order[RankOf(cell, order)]),
            Extras = explanation.Extras.Add("rank", new(RankShown(cell), 0)),
        };
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() =>
        OperatorDescription.Of(new { alongColumns = Line.AlongColumns, results = Results });

    /// <inheritdoc/>
    public override object? Describe(int unit) => _input.IsVector ? null : new { alongColumns = Line.AlongColumns };

    /// <summary>Whether the result is one of the numbers, with their decimals.</summary>
    protected virtual bool GivesNumbers => false;

    /// <summary>The result at a place of the output's line.</summary>
    protected abstract double Result(float[] numbers, int[] order, int k);

    /// <summary>What a number counts for in an equation: its index on the line.</summary>
    protected virtual double Given(float[] numbers, int[] order, int index) => index;

    /// <summary>The rank that must be named for a cell's equation, counted from 0.</summary>
    protected virtual int RankOf(Cell cell, int[] order) => Line.IndexOf(cell);

    /// <summary>The rank that the result has, counted from 1.</summary>
    protected virtual int RankShown(Cell cell) => 1;

    /// <summary>How its equation adds up: what the number of the result's rank counts for.</summary>
    public static void AddsUp(ShownEquation e) =>
        e.Expect("what the number of this rank counts for", Ranked(e)[(int)e["rank"].Value - 1].Value!.Value, e.Result);

    /// <summary>The parts of an equation, ranked by what is shown of them.</summary>
    protected static ShownPart[] Ranked(ShownEquation e) => [.. e.Parts.OrderByDescending(part => part.Terms[0].X.Value)];

    /// <summary>The indices of the numbers, by rank.</summary>
    private static int[] Order(float[] numbers) =>
        [.. Enumerable.Range(0, numbers.Length).OrderByDescending(i => numbers[i])];

    /// <summary>Decimals with which numbers that differ look different.</summary>
    private static int Apart(double[] numbers, int decimals)
    {
        double[] sorted = [.. numbers.Where(double.IsFinite).Distinct().Order()];
        while (decimals < Decimals.Most && !AreApart(sorted, decimals)) decimals++;
        return decimals;
    }

    private static bool AreApart(double[] sorted, int decimals)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (Number.Round(sorted[i], decimals) == Number.Round(sorted[i - 1], decimals)) return false;
        }

        return true;
    }
}
