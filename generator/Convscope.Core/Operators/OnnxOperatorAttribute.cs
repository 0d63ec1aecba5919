namespace Convscope.Core.Operators;

/// <summary>
/// Marks the class that explains an ONNX operator. The class has a public constructor that takes a <see cref="NodeDescription"/>;
/// the catalog finds it, so that a new operator needs no registration.
/// </summary>
/// <param name="types">ONNX operator types of the default domain: <c>Conv</c>, <c>Relu</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OnnxOperatorAttribute(params string[] types) : Attribute
{
    /// <summary>The ONNX operator types.</summary>
    public IReadOnlyList<string> Types { get; } = types;

    /// <summary>What becomes of its settings when channels that are last come first.</summary>
    public AxisRule Axes { get; init; }

    /// <summary>How versions of the operator set differ.</summary>
    public NodeForm Form { get; init; }

    /// <summary>From which input on a node's constants are settings, and no weights.</summary>
    public int SettingsFrom { get; init; } = int.MaxValue;

    /// <summary>Whether it is explained also where it reads or gives whole numbers, or true and false, which are taken for 1 and
    /// 0.</summary>
    public bool TakesTypes { get; init; }

    /// <summary>How many of its outputs it explains, each as a layer of its own.</summary>
    public int Outputs { get; init; } = 1;

    /// <summary>Which inputs alone are weights, where settings stand among them; empty where <see cref="SettingsFrom"/> says it.</summary>
    public int[] WeightsAt { get; init; } = [];

    /// <summary>The domains that define the types, with spaces between.</summary>
    public string Domains { get; init; } = "ai.onnx";

    /// <summary>Whether a domain defines the types; ONNX's own is also written as nothing.</summary>
    public bool IsOf(string domain) => Domains.Split(' ').Contains(domain.Length == 0 ? "ai.onnx" : domain);
}
