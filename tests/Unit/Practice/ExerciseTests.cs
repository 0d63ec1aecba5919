using Convscope.Core.Operators;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;
using Convscope.Tests.Unit.Operators;

namespace Convscope.Tests.Unit.Practice;

/// <summary>Exercises with numbers that can be worked out in the head, and what comes out when a step goes wrong.</summary>
public sealed class ExerciseTests
{
    [Fact]
    public void ACellOfAConvolutionAndItsSlips()
    {
        // 1 · 2 + 3 · 0 + 0 · 1 + 2 · (−1) = 0, and −4 besides: turned round the kernel gives −1 + 3 + 0 + 4 = 6.
        var conv = new Conv([2, 0, 1, -1], [-4], 1, Some.Window(2));
        var input = Some.Maps(1, 2, 2, 1, 3, 0, 2);
        var exercise = Posed(conv, input, new(0, 0, 0));
        Assert.Equal((-4.0, "−4.00"), (exercise.Answer.Exact, exercise.Answer.Shown));
        Assert.Equal(0, Slip(exercise, "no_bias"));
        Assert.Equal(2, Slip(exercise, "flipped"));
        Assert.Equal(4, Slip(exercise, "bias_subtracted"));
        Assert.Equal("1.00 × 2.00 + 3.00 × 0.00 + 0.00 × 1.00 + 2.00 × (−1.00) = 0.00", exercise.Steps[0]);
        Assert.Equal("0.00 + (−4.00) = −4.00", exercise.Steps[1]);
    }

    [Fact]
    public void OtherChannelsComeAsOneNumber()
    {
        var conv = new Conv([1, 1, 1, 1, 3, 0, 0, 0], [0.5f], 2, Some.Window(2));
        var exercise = Posed(conv, Some.Maps(2, 2, 2, 1, 2, 3, 4, 2, 7, 8, 9), new(0, 0, 0));
        Assert.Equal(16.5, exercise.Answer.Exact);
        Assert.Equal(10.5, Slip(exercise, "no_rest"));
        Assert.Equal("6.00", exercise.Given[2].Rows[0][0].Shown);
    }

    [Fact]
    public void ASumOfZerosIsNoExercise() =>
        Assert.Null(Pose(new Conv([1, 1, 1, 1], [1], 1, Some.Window(2)), Some.Maps(1, 2, 2, 0, 0, 0, 0), new(0, 0, 0)));

    [Fact]
    public void AWindowOfAPoolAmongFour()
    {
        var map = Some.Maps(1, 4, 4, 1, 2, 9, 4, 5, 6, 7, 8, -1, 0, 3, 2, -5, -4, 1, 6);
        var largest = Posed(new MaxPool(Some.Window(2, 2)), map, new(0, 1, 0));
        Assert.Equal(0, largest.Answer.Exact);
        Assert.Equal(-2.5, Slip(largest, "mean"));
        Assert.Equal(9, Slip(largest, "crossed"));
        Assert.Equal(5, Slip(largest, "no_sign"));
        var mean = Posed(new AveragePool(Some.Window(2, 2)), map, new(0, 1, 0));
        Assert.Equal(-2.5, mean.Answer.Exact);
        Assert.Equal(-10, Slip(mean, "not_divided"));
        Assert.Equal("((−1.00) + 0.00 + (−5.00) + (−4.00)) / 4 = −2.50", mean.Steps[0]);
    }

    [Fact]
    public void ReluOfANumberBelowZero()
    {
        var exercise = Posed(new Relu(), Some.Maps(1, 1, 2, -1.5f, 2), new(0, 0, 0));
        Assert.Equal(0, exercise.Answer.Exact);
        Assert.Equal(-1.5, Slip(exercise, "below_kept"));
        Assert.Equal(1.5, Slip(exercise, "sign_dropped"));
    }

    [Fact]
    public void ANeuronAndAShare()
    {
        var dense = Posed(new Dense([1, 2, 3, 4, 10], [1], 5, 1), new Tensor(new(5), [1, 2, 3, 4, 0.01f]), new(0));
        Assert.Equal(31.1, dense.Answer.Exact, 6);
        Assert.Equal("0.10", dense.Given[2].Rows[0][0].Shown);
        Assert.Equal(11.1, Slip(dense, "no_weights"), 6);

        // exp(0) = 1 each: a half, and of the sum of logits nothing.
        var share = Posed(new Softmax(), new Tensor(new(2), [0, 0]), new(1));
        Assert.Equal((0.5, "0.500"), (share.Answer.Exact, share.Answer.Shown));
        Assert.Equal(50, Slip(share, "percent"));
        Assert.Equal(1, Slip(share, "own_left_out"));
    }

    [Fact]
    public void SizesAndParameters()
    {
        // ⌊(32 + 2 · 1 − 5) / 2⌋ + 1 = ⌊14.5⌋ + 1 = 15
        var size = CountExercises.OfSize(32, 5, 1, 2);
        Assert.Equal((15.0, 0.0), (size.Answer.Exact, size.Tolerance));
        Assert.Equal(14, Slip(size, "no_padding"));
        Assert.Equal(15.5, Slip(size, "no_floor"));
        Assert.Equal(16, Slip(size, "rounded_up"));
        Assert.Equal("⌊29 / 2⌋ + 1 = 14 + 1 = 15", size.Steps[1]);

        var parameters = CountExercises.OfParameters(10, [3, 3, 3], hasBias: true);
        Assert.Equal(280, parameters.Answer.Exact);
        Assert.Equal(270, Slip(parameters, "no_biases"));
        Assert.Equal(100, Slip(parameters, "one_channel"));
        Assert.Equal(271, Slip(parameters, "one_bias"));
    }

    [Fact]
    public void ASlipThatLeadsToTheAnswerIsNone()
    {
        var exercise = Posed(new Conv([1, 2, 2, 1], [0], 1, Some.Window(2)), Some.Maps(1, 2, 2, 1, 2, 3, 4), new(0, 0, 0));
        Assert.DoesNotContain(exercise.Slips, slip => slip.Key is "no_bias" or "flipped" or "bias_subtracted" or "turned");
    }

    private static double Slip(Exercise exercise, string key) => exercise.Slips.Single(slip => slip.Key == key).Value;

    private static Exercise Posed<T>(T op, Tensor input, Cell cell) where T : Operator, IPractised =>
        Pose(op, input, cell) ?? throw new InvalidOperationException("no exercise");

    private static Exercise? Pose<T>(T op, Tensor input, Cell cell) where T : Operator, IPractised =>
        op.Practise(input, Some.Recorded(op, input), cell);
}
