using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Damaged models are refused in words or run; nothing else ever happens. The seeds are fixed.</summary>
public sealed class FuzzTests
{
    private static readonly long[] Numbers =
        [0, 1, -1, 2, -2, 4, 7, 1000, 65536, 1L << 31, int.MinValue, 1L << 40, long.MaxValue, long.MinValue];

    private static readonly string[] Operators =
        ["Add", "Clip", "Concat", "ConstantOfShape", "ConvTranspose", "Expand", "Gather", "If", "Loop", "LSTM", "MatMul", "NonZero", "Pad",
            "Reshape", "Resize", "Scan", "Slice", "Split", "Tile", "TopK", "Transpose"];

    [Theory]
    [InlineData("small")]
    [InlineData("residual")]
    public void Damaged_bytes(string name)
    {
        var bytes = File.ReadAllBytes(Fixture.PathOf($"../models/{name}.onnx"));
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var damaged = new List<byte>(bytes);
            for (var i = random.Next(4); i >= 0; i--)
            {
                var at = random.Next(damaged.Count);
                if (random.Next(3) == 0) damaged.Insert(at, (byte)random.Next(256));
                else if (random.Next(3) == 0) damaged.RemoveAt(at);
                else damaged[at] = (byte)random.Next(256);
            }

            RunsOrRefuses([.. damaged], seed);
        }
    }

    [Theory]
    [InlineData("../models/small.onnx")]
    [InlineData("../operators/operators.onnx")]
    public void Damaged_graphs(string path)
    {
        var bytes = File.ReadAllBytes(Fixture.PathOf(path));
        for (var seed = 0; seed < 300; seed++)
        {
            var model = ModelProto.Parser.ParseFrom(bytes);
            Damage(model.Graph, new Random(seed));
            RunsOrRefuses(model.ToByteArray(), seed);
        }
    }

    private static void Damage(GraphProto graph, Random random)
    {
        T One<T>(IList<T> list) => list[random.Next(list.Count)];
        var node = One(graph.Node);
        string[] names = [.. graph.Node.SelectMany(other => other.Output.Concat(other.Input)), "", "nowhere"];
        switch (random.Next(7))
        {
            case 0: node.OpType = One(Operators); break;
            case 1: node.Input[random.Next(node.Input.Count)] = One(names); break;
            case 2: node.Output[0] = One(names); break;
            case 3: One(graph.Initializer).Dims.Add(One(Numbers)); break;
            case 4:
                var attribute = One(graph.Node.SelectMany(other => other.Attribute).ToList());
                if (attribute.Ints.Count > 0) attribute.Ints[0] = One(Numbers);
                else attribute.I = One(Numbers);
                break;
            case 5: One(graph.Input[0].Type.TensorType.Shape.Dim).DimValue = One(Numbers); break;
            default:
                var sizes = new TensorProto { Name = "sizes", DataType = (int)TensorProto.Types.DataType.Int64 };
                sizes.Dims.Add(4);
                sizes.Int64Data.AddRange([One(Numbers), One(Numbers), One(Numbers), One(Numbers)]);
                graph.Initializer.Add(sizes);
                var tile = new NodeProto { OpType = One(["Tile", "Expand", "Reshape"]) };
                tile.Input.AddRange([node.Output[0], "sizes"]);
                tile.Output.Add("tiled");
                graph.Node.Add(tile);
                graph.Output.Add(new ValueInfoProto { Name = "tiled" });
                break;
        }
    }

    private static void RunsOrRefuses(byte[] bytes, int seed)
    {
        try
        {
            using var model = OnnxModel.Load(bytes, new("x.onnx"), new());
            model.Run(new float[model.Network.Input.Shape.Count]);
        }
        catch (DiagnosticException error)
        {
            Assert.True(error.Diagnostics[0].Code.StartsWith("CS11", StringComparison.Ordinal), $"seed {seed}: {error.Message}");
            Assert.DoesNotContain("onnxruntime_src", error.Diagnostics[0].Message, StringComparison.Ordinal);
        }
    }
}
