using System.Reflection;

namespace Convscope.Core.Operators;

/// <summary>Finds the class that explains an ONNX operator.</summary>
public static class OperatorCatalog
{
    private static readonly Dictionary<string, ConstructorInfo> ByType = Find();

    /// <summary>The ONNX operator types that are explained.</summary>
    public static IReadOnlyCollection<string> Types => ByType.Keys;

    /// <summary>
    /// Makes the operator of a node; one that no class explains, or whose class declines it
    /// (<see cref="NotSupportedException"/>), becomes an <see cref="Unexplained"/>.
    /// </summary>
    public static Operator Create(NodeDescription node)
    {
        if (!ByType.TryGetValue(node.OpType, out var constructor)) return Unexplained(node);
        try
        {
            return (Operator)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [node], null);
        }
        catch (NotSupportedException)
        {
            return Unexplained(node);
        }
    }

    private static Unexplained Unexplained(NodeDescription node) => new(node.OpType, node.OutputShape) { Attributes = node.Attributes };

    private static Dictionary<string, ConstructorInfo> Find()
    {
        var found = new Dictionary<string, ConstructorInfo>(StringComparer.Ordinal);
        foreach (var type in typeof(OperatorCatalog).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<OnnxOperatorAttribute>() is not { } mark) continue;
            foreach (var name in mark.Types) found.Add(name, type.GetConstructor([typeof(NodeDescription)])!);
        }

        return found;
    }
}
