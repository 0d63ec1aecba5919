using Convscope.Core.Explain;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>A function of one number, written as nodes that work cell by cell.</summary>
/// <param name="Function">What it computes.</param>
/// <param name="Nodes">How many nodes it is written with.</param>
/// <param name="First">The node that comes first.</param>
internal sealed record Formula(Func<double, double> Function, int Nodes, NodeProto First)
{
    private const int MostNodes = 16;

    private static readonly Dictionary<string, Func<double, double>> Unary = new(StringComparer.Ordinal)
    {
        ["Abs"] = Math.Abs, ["Exp"] = Math.Exp, ["Log"] = Math.Log, ["Neg"] = x => -x, ["Reciprocal"] = x => 1 / x, ["Sqrt"] = Math.Sqrt,
        ["Relu"] = x => Math.Max(0, x), ["Sigmoid"] = x => 1 / (1 + Math.Exp(-x)), ["Tanh"] = Math.Tanh, ["Erf"] = ErrorFunction.Of,
        ["Softplus"] = KnownFunctions.Softplus,
    };

    private static readonly Dictionary<string, Func<double, double, double>> Binary = new(StringComparer.Ordinal)
    {
        ["Add"] = (a, b) => a + b, ["Sub"] = (a, b) => a - b, ["Mul"] = (a, b) => a * b, ["Div"] = (a, b) => a / b, ["Pow"] = Math.Pow,
        ["Max"] = Math.Max, ["Min"] = Math.Min,
    };

    /// <summary>True for a node that can be a part of a formula.</summary>
    public static bool IsOperation(NodeProto node) =>
        Onnx.Nodes.Is(node, node.OpType) && (Unary.ContainsKey(node.OpType) || Binary.ContainsKey(node.OpType)
            || node.OpType is "Clip" or "HardSigmoid" or "Identity" or "Cast");

    /// <summary>Tensors that a formula ending in a node may start from, the nearest first.</summary>
    public static IReadOnlyList<string> Starts(NodeProto node, Import import)
    {
        var found = new List<string>();
        var queue = new Queue<NodeProto>([node]);
        while (queue.TryDequeue(out var next) && found.Count < 2 * MostNodes)
        {
            foreach (var name in next.Input.Where(name => name.Length > 0 && import[name] is not Known && !found.Contains(name)))
            {
                found.Add(name);
                if (import.MakerOf(name) is { } maker && IsOperation(maker)) queue.Enqueue(maker);
            }
        }

        return found;
    }

    /// <summary>The formula that ends in a node and starts from a tensor, or null when other tensors go into it.</summary>
    public static Formula? Of(NodeProto node, string start, Import import)
    {
        var nodes = new List<NodeProto>();
        var function = Node(node);
        return function is null ? null : new(function, nodes.Distinct().Count(at => at.OpType is not ("Identity" or "Cast")), nodes[^1]);

        Func<double, double>? Node(NodeProto at)
        {
            nodes.Add(at);
            if (nodes.Count > MostNodes || !IsOperation(at)) return null;
            var operands = at.Input.Where(name => name.Length > 0).Select(Tensor).ToArray();
            if (operands.Length == 0 || operands.Any(operand => operand is null)) return null;
            var (a, b) = (operands[0]!, operands.Length > 1 ? operands[1] : null);
            if (Unary.TryGetValue(at.OpType, out var unary)) return x => unary(a(x));
            if (Binary.TryGetValue(at.OpType, out var binary)) return b is null || operands.Length > 2 ? null : x => binary(a(x), b(x));
            return at.OpType switch
            {
                "Clip" => Clip(at, a),
                "HardSigmoid" => HardSigmoid(at, a),
                _ => a,
            };
        }

        Func<double, double>? Tensor(string name)
        {
            if (name == start) return x => x;
            if (import[name] is Known known) return known.Constant.Values is [var only] ? _ => only : null;
            return import.MakerOf(name) is { } maker ? Node(maker) : null;
        }

        Func<double, double>? Clip(NodeProto at, Func<double, double> a)
        {
            var attributes = Onnx.Nodes.Attributes(at);
            double? Bound(int input, string attribute, float otherwise) =>
                at.Input.Count > input && at.Input[input].Length > 0
                    ? import[at.Input[input]] is Known { Constant.Values: [var bound] } ? bound : null
                    : attributes.TryGetValue(attribute, out var given) ? (float)given : otherwise;
            return Bound(1, "min", float.MinValue) is { } low && Bound(2, "max", float.MaxValue) is { } high && low <= high ? x =>
                Math.Min(high, Math.Max(low, a(x))) : null;
        }

        static Func<double, double> HardSigmoid(NodeProto at, Func<double, double> a)
        {
            var attributes = Onnx.Nodes.Attributes(at);
            double alpha = attributes.TryGetValue("alpha", out var slope) ? (float)slope : 0.2f;
            double beta = attributes.TryGetValue("beta", out var offset) ? (float)offset : 0.5f;
            return x => Math.Clamp((alpha * a(x)) + beta, 0, 1);
        }
    }
}
