using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Puts the nodes of a file's own functions in the places of their calls, so that their layers and weights are seen. PyTorch's first
/// exporter on TorchDynamo made a function of every module. https://onnx.ai/onnx/repo-docs/IR.html#functions
/// </summary>
internal static class LocalFunctions
{
    private const int MostNodes = 100_000, MostDepth = 64;

    /// <summary>Changes a model.</summary>
    /// <exception cref="DiagnosticException">CS1102 where functions call each other without end.</exception>
    public static void Apply(ModelProto model, GraphChanges changes, SourceSpan file)
    {
        if (model.Functions.Count == 0) return;
        var functions = model.Functions.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.First());
        Expand(model.Graph);
        foreach (var set in model.Functions.SelectMany(function => function.OpsetImport))
        {
            if (model.OpsetImport.All(other => Domain(other.Domain) != Domain(set.Domain))) model.OpsetImport.Add(set.Clone());
        }

        model.Functions.Clear();

        void Expand(GraphProto graph)
        {
            var nodes = new List<NodeProto>();
            foreach (var node in graph.Node) Add(node, "", 0, nodes);
            graph.Node.Clear();
            graph.Node.AddRange(nodes);
        }

        void Add(NodeProto node, string path, int depth, List<NodeProto> nodes)
        {
            if (depth > MostDepth || nodes.Count > MostNodes)
                throw ModelText.Unsupported($"the function {ModelText.Quoted(node.OpType)} calls itself, or others without end", file);
            if (!functions.TryGetValue((Domain(node.Domain), node.OpType, node.Overload), out var function))
            {
                foreach (var inner in Nodes.Graphs(node)) Expand(inner);
                nodes.Add(node);
                return;
            }

            if (depth == 0) changes.Add("local-function", Nodes.NameOf(node), $"the nodes of the function '{node.OpType}' took its place");
            var within = FunctionCall.PathOf(node, path);
            foreach (var inner in FunctionCall.Inlined(node, function, within)) Add(inner, within, depth + 1, nodes);
        }
    }

    private static (string Domain, string Name, string Overload) KeyOf(FunctionProto function) =>
        (Domain(function.Domain), function.Name, function.Overload);

    private static string Domain(string domain) => Nodes.IsDefaultDomain(domain) ? "" : domain;
}
