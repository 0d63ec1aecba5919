using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>What ONNX Runtime says of a model that it refuses, with the node and its operator where it names only one of them.</summary>
internal static partial class Refusal
{
    /// <summary>The error to throw.</summary>
    public static DiagnosticException Of(string what, OnnxRuntimeException error, ModelProto model, SourceSpan file)
    {
        var said = ErrorCode().Replace(error.Message, "");
        if (OperatorOf(said) is { } opType && Find(model, opType, said) is { } node)
        {
            var domain = Nodes.IsDefaultDomain(node.Domain) ? "" : $" of the domain {Plain.Quoted(node.Domain)}";
            return Plain.Unsupported($"ONNX Runtime doesn't know the operator {Plain.Line(node.OpType)}{domain}, which the node {Nodes.Label(node)} uses", file);
        }

        if (said.Contains("Available memory of", StringComparison.Ordinal))
        {
            var at = Running().Match(said);
            return Plain.Unsupported($"the node {Plain.Quoted(at.Groups["name"].Value)} ({Plain.Line(at.Groups["op"].Value)}) needs more memory than a picture may take; a smaller input would do", file);
        }

        if (said.Contains("ValidateOpsetForDomain", StringComparison.Ordinal))
        {
            var sets = string.Join(", ", model.OpsetImport.Select(set => $"{(set.Domain.Length == 0 ? "ai.onnx" : Plain.Line(set.Domain))} {set.Version}"));
            return Plain.Unsupported($"ONNX Runtime doesn't know the operator sets that the model asks for ({sets}); export it with an older opset_version", file);
        }

        return Plain.Unsupported($"ONNX Runtime {what} the model: {Plain.Line(Place().Replace(said, ""))}", file);
    }

    private static string? OperatorOf(string said)
    {
        var match = Unknown().Match(said);
        return match.Success ? match.Groups["a"].Value + match.Groups["b"].Value + match.Groups["c"].Value : null;
    }

    private static NodeProto? Find(ModelProto model, string opType, string said)
    {
        NodeProto[] nodes = [.. All(model.Graph.Node).Where(node => node.OpType == opType || opType.EndsWith("." + node.OpType, StringComparison.Ordinal))];
        return nodes.FirstOrDefault(node => node.Name.Length > 0 && said.Contains($"'{node.Name}'", StringComparison.Ordinal)) ?? nodes.FirstOrDefault();
    }

    private static IEnumerable<NodeProto> All(IEnumerable<NodeProto> nodes) =>
        nodes.SelectMany(node => All(Nodes.Graphs(node).SelectMany(graph => graph.Node)).Prepend(node));

    [GeneratedRegex(@"^\[ErrorCode:\w+\] ")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"running (?<op>\w+) node\. Name:'(?<name>[^']*)'")]
    private static partial Regex Running();

    // Where in the runtime's own source a check failed.
    [GeneratedRegex(@"/onnxruntime_src/\S+:\d+ .*\) (?=\S)")]
    private static partial Regex Place();

    [GeneratedRegex(@"implementation for (?<a>[\w.]+)\(-?\d+\)|No Op registered for (?<b>[\w.]+)|(?<c>[\w]+)\(-?\d+\) is not a registered function/op")]
    private static partial Regex Unknown();
}
