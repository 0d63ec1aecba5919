using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Reading;

/// <summary>
/// Nodes that give something else at each run, or that learn while they run: no page about them would be true of the next run. They are
/// told before anything is run, wherever they stand in what leads to an output: in a branch, or in a function of the model's own.
/// </summary>
internal static class RandomNodes
{
    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "Bernoulli", "Multinomial", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike",
    };

    /// <summary>True for an operator that draws random numbers whatever its settings.</summary>
    public static bool Draws(NodeProto node) => Nodes.IsDefaultDomain(node.Domain) && Drawing.Contains(node.OpType);

    /// <summary>Refuses a model with such nodes, all at once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="constants">Its weights and other constants, by name.</param>
    /// <param name="file">Where it is, for messages.</param>
    /// <exception cref="DiagnosticException">CS1109 for each.</exception>
    public static void Refuse(ModelProto model, IReadOnlyDictionary<string, Constant> constants, SourceSpan file)
    {
        NodeProto[] live = [.. All(NodeOrder.LeadingTo(model.Graph.Output.Select(output => output.Name), model.Graph.Node), model,
            depth: 0)];
        var scalars = new Scalars(live, constants);
        Diagnostic[] found = [.. live.Select(node => Problem(node, scalars)).OfType<string>().Distinct()
            .Select(problem => Diagnostic.Error(DiagnosticCodes.ModelRandom, problem, file))];
        if (found.Length > 0) throw new DiagnosticException(found);
    }

    private static string? Problem(NodeProto node, Scalars scalars)
    {
        var label = $"the node {Nodes.Label(node)} ({ModelText.Line(node.OpType)})";
        if (Draws(node))
            return $"{label} draws random numbers, so that each run gives others; take it out of the model, or export the model without its noise";
        if (node.Is("Dropout") && IsTraining(node, scalars))
            return $"{label} was exported in training mode, so that each run drops other numbers; export the model with model.eval(), or training=TrainingMode.EVAL";
        if (node.Is("BatchNormalization") && ((Nodes.Attributes(node).TryGetValue("training_mode", out var training) && training is not 0L)
            || node.Output.Skip(1).Any(name => name.Length > 0)))
            return $"{label} was exported in training mode, so that it takes its mean and variance from the pictures it is shown; export the model with model.eval(), or training=TrainingMode.EVAL";
        return null;
    }

    /// <summary>Since opset 12 by an input; a ratio of 0 drops nothing.</summary>
    private static bool IsTraining(NodeProto node, Scalars scalars) =>
        node.Input.Count > 2 && scalars.Of(node.Input[2]) is { } training && training != 0 && scalars.Of(node.Input[1]) is not 0;

    /// <summary>Nodes, those of their branches and those of the functions that they call.</summary>
    private static IEnumerable<NodeProto> All(IEnumerable<NodeProto> nodes, ModelProto model, int depth)
    {
        const int Deepest = 16;
        foreach (var node in nodes)
        {
            yield return node;
            if (depth == Deepest) continue;
            var function = model.Functions.FirstOrDefault(function => function.Name == node.OpType && function.Domain == node.Domain);
            foreach (var inner in All(Nodes.Graphs(node).SelectMany(graph => graph.Node).Concat(function?.Node ?? []), model, depth + 1))
                yield return inner;
        }
    }

    /// <summary>Constants of one number, by name: weights, what a node holds, and copies of either.</summary>
    private sealed class Scalars(NodeProto[] nodes, IReadOnlyDictionary<string, Constant> constants)
    {
        private readonly Dictionary<string, NodeProto> _makers = nodes.Where(node => node.Output.Count > 0)
            .DistinctBy(node => node.Output[0]).ToDictionary(node => node.Output[0], StringComparer.Ordinal);

        public float? Of(string name, int copies = 8)
        {
            if (constants.TryGetValue(name, out var constant)) return constant.Values is [var only] ? only : null;
            if (copies == 0 || !_makers.TryGetValue(name, out var maker)) return null;
            if ((maker.Is("Identity") || maker.Is("Cast")) && maker.Input.Count > 0) return Of(maker.Input[0], copies - 1);
            return maker.Is("Constant") && maker.Attribute.Select(attribute => attribute.T).OfType<TensorProto>()
                .FirstOrDefault() is { } tensor
                && TensorReader.Read(tensor) is { Values: [var value] } ? value : null;
        }
    }
}
