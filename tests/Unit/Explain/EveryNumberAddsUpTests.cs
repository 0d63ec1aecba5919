using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Inference;
using Convscope.Tests.Unit.Operators;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Explain;

/// <summary>The first promise, on random numbers of many magnitudes, for every operator.</summary>
public sealed class EveryNumberAddsUpTests
{
    private static readonly Lazy<(Operator Op, Shape[] Inputs)[]> OfFixtures = new(() => [.. OperatorFixtures.All.SelectMany(pair =>
    {
        using var model = OperatorFixtures.Model((string)pair[0], (string)pair[1]).Load();
        var run = model.Run(Recompute.Picture(model.Network.Input));

        // What reads whole numbers alone isn't made for others.
        return model.Network.Layers.Where(layer => !layer.Inputs.IsEmpty && layer.Operator is not IUnexplained
            && run.InputsOf(layer).Any(input => !input.Values.All(float.IsInteger)))
            .Select(layer => (layer.Operator, model.Network.InputsOf(layer).Select(input => input.Shape).ToArray())).ToArray();
    })]);

    [Property(MaxTest = 150)]
    public void Conv(int seed)
    {
        var random = new Random(seed);
        var (channels, size) = (random.Next(1, 20), random.Next(1, 6));
        var conv = Some.Conv(
            new([2, channels, size, size], Some.Floats(random, 2 * channels * size * size, Magnitude(random))),
            random.Next(3) == 0 ? null : Some.Floats(random, 2), Some.Window(size, padding: random.Next(size)));
        Check(conv, random, Some.Random(random, new(channels, 7, 7), Magnitude(random)));
    }

    [Property(MaxTest = 150)]
    public void Dense(int seed)
    {
        var random = new Random(seed);
        var inputs = random.Next(1, 300);
        var dense = new Dense(Some.Floats(random, inputs * 3, Magnitude(random)), Some.Floats(random, 3), inputs, 3);
        Check(dense, random, Some.Random(random, new(inputs), Magnitude(random)));
    }

    [Property(MaxTest = 40)]
    public void Softmax(int seed)
    {
        var random = new Random(seed);
        foreach (var op in new Operator[] { new Softmax(), new LogSoftmax() })
        {
            Check(op, random, Some.Random(random, new(random.Next(1, 1001)), random.Next(1, 30)));
            Check(op, random, Some.Random(random, new(random.Next(1, 40), 3, 4), random.Next(1, 30)));
        }

        Check(Some.Of("Softmax", new(3, 14)), random, Some.Random(random, new(3, 14), random.Next(1, 30)));
    }

    [Property(MaxTest = 100)]
    public void Pooling(int seed)
    {
        var random = new Random(seed);
        var window = Some.Window(random.Next(2, 5), random.Next(1, 3), 1, random.Next(2));
        var input = Some.Random(random, new(2, 8, 9), Magnitude(random));
        Check(new MaxPool(window), random, input);
        Check(new AveragePool(window, countPadding: random.Next(2) == 0), random, input);
        Check(Some.Of("GlobalAveragePool", input.Shape), random, input);
        var large = Some.Random(random, new(1, 20, 20), Magnitude(random));
        Check(Some.Of("GlobalAveragePool", large.Shape), random, large);
        Check(Some.Of("GlobalMaxPool", large.Shape), random, large);
    }

    [Property(MaxTest = 150)]
    public void BatchNorm(int seed)
    {
        var random = new Random(seed);
        float[] Of(double magnitude) => Some.Floats(random, 3, magnitude);
        float[] variance = [.. Of(Magnitude(random)).Select(MathF.Abs)];
        var norm = Some.BatchNorm(Of(2), Of(1), Of(Magnitude(random)), variance);
        Check(norm, random, Some.Random(random, new(3, 4, 4), Magnitude(random)));
    }

    [Property(MaxTest = 100)]
    public void LocalResponseNormalisation(int seed)
    {
        var random = new Random(seed);
        var settings = new Dictionary<string, object>
        {
            ["size"] = (long)random.Next(1, 8), ["alpha"] = random.NextSingle(),
            ["beta"] = random.NextSingle()
        };
        Check(Some.Of("LRN", new(6, 3, 4), settings), random, Some.Random(random, new(6, 3, 4), Magnitude(random)));
    }

    [Property(MaxTest = 150)]
    public void Sums(int seed)
    {
        var random = new Random(seed);
        Tensor Maps() => Some.Random(random, new(3, 4, 4), Magnitude(random));
        Check(new Add(), random, Maps(), Maps());
        Check(new Add(), random, Maps(), Maps(), Maps(), Maps());
        Check(new Sub(), random, Maps(), Maps());
    }

    /// <summary>Every operator of the fixtures, on inputs whose magnitudes have nothing to do with each other.</summary>
    [Property(MaxTest = 60)]
    public void EveryOperator(int seed)
    {
        var random = new Random(seed);
        foreach (var (op, shapes) in random.GetItems(OfFixtures.Value, 12))
        {
            Tensor[] inputs = [.. shapes.Select(shape => Some.Random(random, shape, Magnitude(random)))];
            if (op.Forward(inputs)!.All(value => float.IsFinite((float)value))) Check(op, random, inputs);
        }
    }

    [Fact]
    public void SettingsHaveTheDigitsThatALargeSumNeeds() => LocalResponseNormalisation(-292); // alpha's shortest decimal gave another base

    [Fact]
    public void OperandsHaveRoomBesideARoundedBias() => Dense(71); // once, no digits of operands could make up for the bias

    [Fact]
    public void LargeOperandsThatCancelStillAddUp()
    {
        // In single precision the sum of ±20 000 000 and 0.3 can't be exact: fewer decimals of the result are shown.
        var dense = new Dense([1, 1, 1], [0], 3, 1);
        var input = Some.Vector(20_000_000, -20_000_000, 0.3f);
        var explanation = dense.Explain([input], Some.Vector(0), default)!;
        Assert.Empty(Readding.Faults(explanation));
        Assert.Equal(0, explanation.Result.Decimals);
    }

    [Theory]
    [InlineData(3, 0f)]
    [InlineData(3, 0.04f)]
    public void AMeanOfLargeNumbersThatCancelStillAddsUp(int width, float recorded)
    {
        // A search for digits of the sum went on for ever: single precision had lost the mean.
        var values = Enumerable.Range(0, width * width).Select(i => i == 0 ? 0.3f : i % 2 == 0 ? 20_000_000.5f : -20_000_000.5f).ToArray();
        var pool = Some.Of("GlobalAveragePool", new(1, width, width));
        var explanation = pool.Explain([Some.Maps(1, width, width, values)], Some.Maps(1, 1, 1, recorded), default)!;
        Assert.Empty(Readding.Faults(explanation));
    }

    [Fact]
    public void NotANumberEndsTheSearchToo()
    {
        var dense = new Dense([1], [0], 1, 1);
        Assert.Equal("NaN", dense.Explain([Some.Vector(float.NaN)], Some.Vector(float.NaN), default)!.Result.Shown);
        Assert.NotNull(new Softmax().Explain([Some.Vector(float.NaN, 1)], Some.Vector(float.NaN, float.NaN), default));
    }

    private static double Magnitude(Random random) => Math.Pow(10, random.Next(-12, 13));

    private static void Check(Operator op, Random random, params Tensor[] inputs)
    {
        var output = Some.Recorded(op, inputs);
        for (var i = 0; i < 3; i++)
        {
            var shape = output.Shape;
            var cell = new Cell(random.Next(shape.Units), random.Next(shape.Height), random.Next(shape.Width));
            var explanation = op.Explain(inputs, output, cell)!;
            Assert.Equal(op.Kind, explanation.Kind);
            Assert.Equal(output[cell], explanation.Result.Exact);
            var faults = Readding.Faults(explanation, (op as IFunctionOfOne)?.Formula);
            Assert.True(faults.Count == 0, op.Kind + ": " + string.Join("; ", faults));
            CheckOperands(op, inputs, cell, explanation);
        }
    }

    /// <summary>Every operand is what the input holds at the cell it claims to come from, inside the region the operator names.</summary>
    private static void CheckOperands(Operator op, Tensor[] inputs, Cell cell, Core.Explain.Explanation explanation)
    {
        foreach (var part in explanation.Parts)
        {
            foreach (var term in part.Terms)
            {
                if (part.Input < 0) continue; // a constant
                var region = op.InputRegion(part.Input, Region.Of(cell), inputs[part.Input].Shape);
                var isIdle = term.W is { Exact: 0 } || (term.IsPadding && !Region.Of(term.From).Meets(inputs[part.Input].Shape));
                if (!isIdle) Assert.Equal(region, region.Union(Region.Of(term.From)));
                Assert.Equal(term.IsPadding ? 0 : inputs[part.Input][term.From], term.X.Exact);
            }
        }
    }
}
