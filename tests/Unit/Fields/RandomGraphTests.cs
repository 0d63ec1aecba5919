using Convscope.Core.Diagnostics;
using Convscope.Core.Fields;
using Convscope.Inference;
using Xunit.Abstractions;

namespace Convscope.Tests.Unit.Fields;

/// <summary>
/// The receptive fields of random networks against what the runtime says when a pixel changes. Two hundred of them; CONVSCOPE_GRAPHS
/// says how many others to try.
/// </summary>
public sealed class RandomGraphTests(ITestOutputHelper output)
{
    private const int Usual = 200;

    [Fact]
    public void Every_field_is_what_a_changed_pixel_reaches()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("CONVSCOPE_GRAPHS"), out var given) ? given : Usual;
        var (tried, lit, refused) = (0, 0, 0);
        for (var seed = 0; tried < wanted; seed++)
        {
            var graph = new RandomGraph(seed);
            using var model = Load(graph);
            if (model is null) refused++;
            else if (Tried(graph, model, seed)) tried++;
            else lit++;
        }

        output.WriteLine($"{tried} graphs; {lit} more give numbers of a black picture or hold a form that isn't explained, {refused} more the runtime refuses");
        Assert.True(lit + refused < tried / 2);
    }

    [Fact]
    public void Runs_give_every_row_and_column_again()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            using var model = Load(new(seed));
            if (model is null) continue;
            foreach (var term in model.Network.Layers.SelectMany(layer => model.Network.Fields[layer].Distinct)
                .SelectMany(field => field.Terms))
            {
                foreach (var axis in new[] { term.Down, term.Across }) Assert.Equal(axis.Select(Ends), FieldRuns.Of(axis).SelectMany(Ends));
            }
        }
    }

    /// <summary>Null where the runtime refuses it: what it declares of a dilated or rounded-up pool isn't what it gives.</summary>
    private static OnnxModel? Load(RandomGraph graph)
    {
        try
        {
            return graph.Builder.Load(new() { Probabilities = ProbabilityChoice.None });
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    private static bool Tried(RandomGraph graph, OnnxModel model, int seed)
    {
        try
        {
            return Perturbation.Compare(model);
        }
        catch (Xunit.Sdk.XunitException error)
        {
            var nodes = graph.Builder.Model.Graph.Node.Select(node =>
                $"{node.OpType} {string.Join(" ", node.Input)} -> {node.Output[0]} {string.Join(" ", node.Attribute)}");
            throw new InvalidOperationException($"graph {seed}: {error.Message}\n{string.Join('\n', nodes)}");
        }
    }

    private static (int First, int Last, int Marks) Ends(AxisField axis) =>
        (axis.Pixels.IsEmpty ? 0 : axis.Pixels.First, axis.Pixels.Last, (axis.ReadsPadding ? FieldRuns.Padding : 0)
            + (axis.Pixels.HasGaps ? FieldRuns.Gaps : 0));

    private static IEnumerable<(int First, int Last, int Marks)> Ends(int[] run) =>
        Enumerable.Range(0, run[0]).Select(i => (run[1] + (i * run[2]), run[3] + (i * run[4]), run[5]));
}
