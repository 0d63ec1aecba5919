using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>What ONNX Runtime says of a model that it refuses, with the node and its operator where it names only one of them.</summary>
internal static partial class Refusal
{
    /// <summary>The oldest of ONNX's own operator sets that the runtime knows whole.</summary>
    private const long OldestOpset = 7;

    /// <summary>The error to throw.</summary>
    /// <param name="what">What the runtime can't do: <c>can't load</c>.</param>
    /// <param name="error">What it said.</param>
    /// <param name="model">The model.</param>
    /// <param name="file">Where the model is.</param>
    /// <param name="culprit">Finds the node that it refuses, where it doesn't say.</param>
    public static DiagnosticException Of(string what, OnnxRuntimeException error, ModelProto model, SourceSpan file,
        Func<NodeProto?>? culprit = null)
    {
        var said = ErrorCode().Replace(error.Message, "");
        if (OperatorOf(said) is { } opType && Find(model, opType, said) is { } node)
        {
            var opset = Nodes.OpsetOf(model);
            if (Nodes.IsDefaultDomain(node.Domain) && opset < OldestOpset)
                return ModelText.Unsupported(
                    $"the model is written in opset {opset}, in which ONNX Runtime doesn't know the node {Nodes.Label(node)} ({ModelText.Line(node.OpType)}): convert the model to opset {OldestOpset} or newer (onnx.version_converter)", file);
            if (Nodes.IsDefaultDomain(node.Domain) && OperatorCatalog.Types.Contains(node.OpType))
                return ModelText.Unsupported(
                    $"ONNX Runtime can't compute the node {Nodes.Label(node)}: it has no {ModelText.Line(node.OpType)} of opset {opset} for values of this type; export the model in single precision, or with another opset_version", file);
            var domain = Nodes.IsDefaultDomain(node.Domain) ? "" : $" of the domain {ModelText.Quoted(node.Domain)}";
            return ModelText.Unsupported(
                $"ONNX Runtime doesn't know the operator {ModelText.Line(node.OpType)}{domain}, which the node {Nodes.Label(node)} uses",
                    file);
        }

        if (said.Contains("Available memory of", StringComparison.Ordinal))
        {
            var at = Running().Match(said);
            return ModelText.Unsupported(
                $"the node {ModelText.Quoted(at.Groups["name"].Value)} ({ModelText.Line(at.Groups["op"].Value)}) needs more memory than a picture may take; a smaller input would do", file);
        }

        if (said.Contains("ValidateOpsetForDomain", StringComparison.Ordinal))
        {
            var newest = NewestOpset().Match(said) is { Success: true } match
                && Nodes.OpsetOf(model) > long.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                ? match.Groups[1].Value : null;
            if (newest is not null)
                return ModelText.Unsupported(
                    $"opset {Nodes.OpsetOf(model)} is newer than ONNX Runtime knows: export the model with opset_version={newest} or older", file);
            var sets = string.Join(", ",
                model.OpsetImport.Select(set => $"{(set.Domain.Length == 0 ? "ai.onnx" : ModelText.Line(set.Domain))} {set.Version}"));
            return ModelText.Unsupported(
                $"ONNX Runtime doesn't know the operator sets that the model asks for ({sets}); export it with an older opset_version",
                file);
        }

        if (said.Contains("Unsupported model IR version", StringComparison.Ordinal))
            return ModelText.Unsupported(
                $"the file's format (IR version {model.IrVersion}) is newer than ONNX Runtime knows: save it with an older version of the onnx package, or set its ir_version lower", file);
        var reason = Reason(said);
        if (culprit is null || NamesNode().IsMatch(said) || culprit() is not { } refused)
            return ModelText.Unsupported($"ONNX Runtime {what} the model: {reason}", file);
        return ModelText.Unsupported(
            $"ONNX Runtime {what} the node {Nodes.Label(refused)} ({ModelText.Line(refused.OpType)}): {reason}; change this layer, and export the model again", file);
    }

    /// <summary>What it said, without the check in its own source that failed.</summary>
    private static string Reason(string said)
    {
        var text = ModelText.Line(Place().Replace(said, ""));
        var check = FailedCheck().Match(text);
        return (check.Success && check.Groups[1].Length > 0 ? check.Groups[1].Value : text).TrimEnd('.');
    }

    private static string? OperatorOf(string said)
    {
        var match = Unknown().Match(said);
        return match.Success ? match.Groups["a"].Value + match.Groups["b"].Value + match.Groups["c"].Value : null;
    }

    private static NodeProto? Find(ModelProto model, string opType, string said)
    {
        NodeProto[] nodes = [.. All(model.Graph.Node)
            .Where(node => node.OpType == opType || opType.EndsWith("." + node.OpType, StringComparison.Ordinal))];
        return nodes.FirstOrDefault(node => node.Name.Length > 0 && said.Contains($"'{node.Name}'", StringComparison.Ordinal))
            ?? nodes.FirstOrDefault();
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

    // "[with T = std::…] a < b was false. Why."
    [GeneratedRegex(@"^.*(?:\[with .*\]|\w+\(.*\)) .* was false\. ?(.*)$")]
    private static partial Regex FailedCheck();

    [GeneratedRegex(@"[Nn]ode[ :(']")]
    private static partial Regex NamesNode();

    [GeneratedRegex(@"is till opset (\d+)")]
    private static partial Regex NewestOpset();

    [GeneratedRegex(@"implementation for (?<a>[\w.]+)\(-?\d+\)|No Op registered for (?<b>[\w.]+)|(?<c>[\w]+)\(-?\d+\) is not a registered function/op")]
    private static partial Regex Unknown();
}
