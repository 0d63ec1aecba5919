using System.Reflection;

namespace Convscope.Core.Operators;

/// <summary>Finds the class that explains an ONNX operator.</summary>
public static class OperatorCatalog
{
    private static readonly Dictionary<string, (ConstructorInfo Constructor, OnnxOperatorAttribute Mark)> ByType = Find();

    /// <summary>The ONNX operator types that are explained.</summary>
    public static IReadOnlyCollection<string> Types => ByType.Keys;

    /// <summary>What the class of an ONNX operator type says about its nodes, or null where none explains it.</summary>
    public static OnnxOperatorAttribute? MarkOf(string type) => ByType.TryGetValue(type, out var found) ? found.Mark : null;

    /// <summary>
    /// Makes the operator of a node; one that no class explains, or whose class declines it
    /// (<see cref="NotSupportedException"/>), becomes an <see cref="Unexplained"/>.
    /// </summary>
    public static Operator Create(NodeDescription node)
    {
        if (!ByType.TryGetValue(node.OpType, out var found)) return Unexplained(node);
        try
        {
            return (Operator)found.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [node], null);
        }
        catch (NotSupportedException)
        {
            return Unexplained(node);
        }
    }

    private static Unexplained Unexplained(NodeDescription node) => new(node.OpType, node.OutputShape) { Attributes = node.Attributes };

    private static Dictionary<string, (ConstructorInfo Constructor, OnnxOperatorAttribute Mark)> Find()
    {
        var found = new Dictionary<string, (ConstructorInfo Constructor, OnnxOperatorAttribute Mark)>(StringComparer.Ordinal);
        foreach (var type in typeof(OperatorCatalog).Assembly.GetTypes())
        {
            foreach (var mark in type.GetCustomAttributes<OnnxOperatorAttribute>())
            {
                foreach (var name in mark.Types) found.Add(name, (type.GetConstructor([typeof(NodeDescription)])!, mark));
            }
        }

        return found;
    }

    /// <summary>True for operators that ONNX defines with their channels first.</summary>
    public static bool NeedsChannelsFirst(string opType) => MarkOf(opType)?.Axes == AxisRule.ChannelsFirst;
}
