using System.Text.RegularExpressions;
using Convscope.Inference.Naming;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>One call of a function, written out.</summary>
internal static partial class FunctionCall
{
    /// <summary>The modules that a call's nodes are in, as a path: what the call is called, and where it stands itself. A function that is
    /// no module, such as one of PyTorch's library, adds nothing.</summary>
    public static string PathOf(NodeProto call, string path)
    {
        var module = Library().IsMatch(call.Domain) ? ""
            : Module().Match(call.OpType) is { Success: true } match ? match.Groups["name"].Value
            : call.Domain.StartsWith("pkg.", StringComparison.Ordinal) || IsOfClass(call) ? "" : Ornaments.Without(call.Name);
        return module.Length == 0 ? path : $"{path}/{module}";
    }

    /// <summary>The nodes of a function as a call has them: its tensors, its attributes.</summary>
    public static IEnumerable<NodeProto> Inlined(NodeProto call, FunctionProto function, string path)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in function.Node.SelectMany(node => node.Output).Concat(function.Output).Where(name => name.Length > 0))
            names.TryAdd(name, $"{Nodes.MainOutput(call)}/{name}");
        for (var i = 0; i < function.Input.Count; i++) names[function.Input[i]] = i < call.Input.Count ? call.Input[i] : "";
        var passed = new List<(string From, string To)>();
        for (var i = 0; i < Math.Min(function.Output.Count, call.Output.Count); i++)
        {
            if (call.Output[i].Length == 0) continue;

            // An input that is given back, and an output that is given twice, have a name already.
            if (function.Input.Contains(function.Output[i]) || function.Output.Take(i).Contains(function.Output[i]))
                passed.Add((names[function.Output[i]], call.Output[i]));
            else names[function.Output[i]] = call.Output[i];
        }

        foreach (var node in function.Node)
        {
            var copy = node.Clone();
            copy.Name = NameOf(node, path);
            Bind(copy, call, function);
            Renaming.Apply(copy, names);
            yield return copy;
        }

        foreach (var (from, to) in passed) yield return new() { OpType = "Identity", Name = to, Input = { from }, Output = { to } };
    }

    /// <summary>Whether a call is only called what its function is, with a number, as PyTorch 1.13 does: <c>Linear_15</c>, of
    /// <c>Linear</c>.</summary>
    private static bool IsOfClass(NodeProto call) => call.Name.Split('/')[^1] is var name
        && name.StartsWith(call.OpType, StringComparison.Ordinal)
        && name[call.OpType.Length..].All(sign => sign == '_' || char.IsDigit(sign));

    /// <summary>A path that ends in the operator, as PyTorch's other exporters write them.</summary>
    private static string NameOf(NodeProto node, string path) =>
        Ornaments.Without(node.Name) is { Length: > 0 } name && !Counted().IsMatch(name) ? $"{path}/{name}/{node.OpType}"
            : $"{path}/{node.OpType}";

    /// <summary>Attributes that a function takes from its call, or from its own defaults; one that neither has is left out.</summary>
    private static void Bind(NodeProto node, NodeProto call, FunctionProto function)
    {
        foreach (var attribute in node.Attribute.Where(attribute => attribute.RefAttrName.Length > 0).ToArray())
        {
            node.Attribute.Remove(attribute);
            var given = call.Attribute.FirstOrDefault(other => other.Name == attribute.RefAttrName)
                ?? function.AttributeProto.FirstOrDefault(other => other.Name == attribute.RefAttrName);
            if (given is null) continue;
            var bound = given.Clone();
            bound.Name = attribute.Name;
            node.Attribute.Add(bound);
        }

        foreach (var inner in Nodes.Graphs(node).SelectMany(graph => graph.Node)) Bind(inner, call, function);
    }

    [GeneratedRegex(@"^pkg\.onnxscript", RegexOptions.CultureInvariant)]
    private static partial Regex Library();

    [GeneratedRegex(@"^([A-Za-z0-9_]*_)?[A-Z][A-Za-z0-9]*_(?<name>[a-z][A-Za-z0-9_]*)_\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Module();

    [GeneratedRegex(@"^n\d*$|^_inline_|_\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
