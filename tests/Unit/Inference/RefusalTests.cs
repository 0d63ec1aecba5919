using System.Text;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Google.Protobuf;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

public sealed class RefusalTests
{
    private static void Says(Core.Diagnostics.Diagnostic diagnostic, string code, string words)
    {
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    private static ModelBuilder Relu(params long[] sizes) => new ModelBuilder().Input(sizes).Node("Relu", "image", "relu").Output("relu");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name: not a model\n", "text file")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "ZIP archive")]
    [InlineData("\u0089HDF\r\n", "HDF5")]
    [InlineData("\u0000\u0001\u0002\u0003\u00ff", "isn't an ONNX model")]
    public void What_is_no_model(string content, string words) =>
        Says(ModelBuilder.Refused(Encoding.Latin1.GetBytes(content)), "CS1101", words);

    [Fact]
    public void A_model_cut_short_anywhere_is_refused()
    {
        var bytes = File.ReadAllBytes(Fixture.PathOf("cnnx-nchw.onnx"));
        for (var length = 1; length < bytes.Length; length += 7919)
            Assert.StartsWith("CS110", ModelBuilder.Refused(bytes[..length]).Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_never_crash()
    {
        var bytes = Relu(1, 3, 4, 4).Weights("w", 2, 3, 1, 1).Node("Conv", "relu w", "conv").Model.ToByteArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x15;
            try
            {
                OnnxModel.Load(damaged, new("x.onnx"), new()).Dispose();
            }
            catch (Core.Diagnostics.DiagnosticException error)
            {
                Assert.StartsWith("CS110", error.Diagnostics[0].Code, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void No_nodes() => Says(new ModelBuilder().Input(1, 3, 4, 4).Refused(), "CS1102", "no nodes");

    [Fact]
    public void No_input() =>
        Says(new ModelBuilder().Weights("w", 1).Node("Relu", "w", "relu").Output("relu").Refused(), "CS1102", "no input");

    [Fact]
    public void Two_inputs() =>
        Says(Relu(1, 3, 4, 4).Input("other", Type.Float, 1).Node("Add", "relu other", "sum").Output("sum")
            .Refused(), "CS1102", "2 inputs ('image', 'other')");

    [Fact]
    public void A_batch_that_the_model_insists_on() =>
        Says(
            Relu(8, 3, 4, 4).Longs("half", 4, -1).Node("Reshape", "relu half", "cut").Weights("w", 4, 96).Node("Add", "cut w", "sum")
                .Output("sum").Refused(),
            "CS1102",
            "batch of 8");

    [Theory]
    [InlineData("a vector of 16000 numbers", "1 16000")]
    [InlineData("a vector of 4 numbers", "-1 4")]
    [InlineData("1 × 1 × 16000", "1 1 16000")]
    [InlineData("5 axes", "1 3 8 64 64")]
    [InlineData("1 axes", "64")]
    [InlineData("? × ?", "-1 -1")]
    public void An_input_that_no_picture_fits(string words, string sizes) =>
        Says(Relu([.. sizes.Split(' ').Select(long.Parse)]).Refused(), "CS1102", words);

    [Fact]
    public void A_single_pixel() =>
        Says(
            new ModelBuilder().Input(1, 100, 1, 1).Weights("w", 100, 2, 4, 4).Node("ConvTranspose", "image w", "up").Output("up").Refused(),
            "CS1102",
            "100 numbers for a single pixel");

    [Theory]
    [InlineData("int64")]
    [InlineData("int32")]
    [InlineData("string")]
    public void An_input_that_is_not_made_of_fractions(string type) =>
        Says(
            new ModelBuilder().Input("tokens", Enum.Parse<Type>(type, ignoreCase: true), 1, 3, 4, 4).Node("Identity", "tokens", "same")
                .Output("same").Refused(),
            "CS1102",
            $"'tokens' is {type}");

    [Fact]
    public void Open_channels() => Says(Relu(1, -1, 40, 40).Refused(), "CS1102", "channels open");

    [Fact]
    public void Open_sides_of_which_none_will_do_say_what_to_write() =>
        Says(
            Relu(1, 3, -1, -1).Node("Flatten", "relu", "flat").Weights("w", 3 * 40 * 40, 2).Node("MatMul", "flat w", "scores")
                .Output("scores").Refused(),
            "CS1104",
            "`height:`");

    [Fact]
    public void A_height_that_contradicts_the_file() =>
        Says(Relu(1, 3, 4, 4).Refused(new ModelOptions { Height = 5 }), "CS1104", "height of 5");

    [Fact]
    public void A_layout_that_contradicts_the_file() =>
        Says(
            new ModelBuilder().Input(1, 3, 4, 4).Weights("w", 1, 3, 1, 1).Node("Conv", "image w", "conv").Output("conv")
                .Refused(new ModelOptions { Layout = InputLayout.Nhwc }),
            "CS1104",
            "`layout: nchw`");

    [Fact]
    public void An_input_that_no_memory_holds() => Says(Relu(1, 3, 1 << 30, 1 << 30).Refused(), "CS1102", "too large");

    [Theory]
    [InlineData(long.MaxValue, 2)]
    [InlineData(1L << 40, 1)]
    [InlineData(-1, 2)]
    public void A_weight_of_impossible_size(long rows, long columns) =>
        Says(Relu(1, 3, 4, 4).Floats("w", [rows, columns], 1, 2).Refused(), "CS1102", "'w' declares impossible sizes");

    [Fact]
    public void A_weight_with_values_missing() =>
        Says(Relu(1, 3, 4, 4).Floats("w", [3], 1, 2).Refused(), "CS1102", "'w' declares 3 values (3) but holds 2");

    [Fact]
    public void A_weight_in_a_second_file()
    {
        var builder = Relu(1, 3, 4, 4).Floats("w", [1], 1);
        builder.Model.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External;
        Says(builder.Refused(), "CS1102", "second file");
    }

    [Fact]
    public void An_intermediate_that_no_memory_holds() =>
        Says(
            Relu(1, 3, 4, 4).Node("MaxPool", "relu", "pool", ("kernel_shape", new[] { 1, 1 }))
                .Longs("sizes", 1, 3, 1 << 20, 1 << 20).Node("Resize", "pool - - sizes", "huge").Output("huge").Refused(),
            "CS1102",
            "'huge' is too large");

    [Fact]
    public void An_operator_that_does_not_exist() =>
        Says(new ModelBuilder().Input(1, 3, 4, 4).Node("Frobnicate", "image", "x").Output("x").Refused(), "CS1102", "Frobnicate");

    [Fact]
    public void Nothing_leads_to_an_output() =>
        Says(
            new ModelBuilder().Input(1, 3, 4, 4).Floats("c", [1], 1).Node("Relu", "image", "relu").Node("Identity", "c", "constant")
                .Output("constant").Refused(),
            "CS1102",
            "no layer leads");

    [Fact]
    public void A_cycle() =>
        Says(new ModelBuilder().Input(1, 3, 4, 4).Node("Add", "image b", "a").Node("Relu", "a", "b").Output("b")
            .Refused(), "CS1102", "'a' (Add) depends on its own output");

    [Fact]
    public void An_operator_of_a_domain_that_no_one_registered()
    {
        var builder = Relu(1, 3, 4, 4).Node("Deform", "relu", "out").Named("neck/deform");
        builder.Model.Graph.Node[^1].Domain = "acme.vision";
        builder.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "acme.vision", Version = 1 });
        var diagnostic = builder.Output("out").Refused();
        Says(diagnostic, "CS1102", "'neck/deform'");
        Says(diagnostic, "CS1102", "operator Deform of the domain 'acme.vision'");
    }

    [Fact]
    public void An_operator_set_from_the_future()
    {
        var builder = Relu(1, 3, 4, 4);
        builder.Model.OpsetImport[0].Version = 99;
        Says(builder.Refused(), "CS1102", "opset 99 is newer than ONNX Runtime knows: export the model with opset_version=");
    }

    [Fact]
    public void Sizes_that_only_running_tells_do_not_take_all_memory() =>
        Says(
            Relu(1, 3, 4, 4).Floats("side", [1], 60_000).Longs("rest", 1, 1).Longs("axes", 0)
                .Node("ReduceMax", "relu", "most", ("keepdims", 0)).Node("Unsqueeze", "most axes", "one").Node("Sub", "one one", "nothing")
                    .Node("Add", "nothing side", "much")
                .Node("Cast", "much", "long", ("to", (int)Type.Int64)).Node("Concat", "rest long long", "sizes", ("axis", 0))
                .Node("Expand", "relu sizes", "huge").Named("the huge one").Output("huge").Refused(),
            "CS1102",
            "the huge one");

    [Fact]
    public void A_graph_nested_too_deep_for_anyone()
    {
        var graph = new ModelBuilder().Node("Relu", "image", "out").Output("out").Model.Graph;
        for (var depth = 0; depth < 300; depth++)
        {
            var outer = new GraphProto();
            var node = new NodeProto { OpType = "If" };
            node.Input.Add("image");
            node.Output.Add("out");
            node.Attribute.Add(new AttributeProto { Name = "then_branch", Type = AttributeProto.Types.AttributeType.Graph, G = graph });
            outer.Node.Add(node);
            outer.Output.Add(new ValueInfoProto { Name = "out" });
            graph = outer;
        }

        var builder = new ModelBuilder().Input(1, 1, 4, 4);
        builder.Model.Graph.Node.AddRange(graph.Node);
        Says(builder.Output("out").Refused(), "CS1101", "isn't an ONNX model");
    }

    [Fact]
    public void Sequences_are_no_layers_but_what_is_taken_out_of_them_is()
    {
        using var model = Relu(1, 4, 5, 5).Scalar("second", 1).Node("SplitToSequence", "relu", "pieces", ("axis", 1))
            .Node("SequenceAt", "pieces second", "piece")
            .Node("Neg", "piece", "neg").Output("neg").Load();
        Assert.Equal(["input", "relu", "piece", "neg"], model.Network.Layers.Select(layer => layer.Id));
    }

    [Fact]
    public void A_model_that_gives_a_sequence_only() =>
        Assert.StartsWith("CS11", Relu(1, 4, 5, 5).Node("SplitToSequence", "relu", "pieces", ("axis", 1)).Output("pieces")
            .LoadOrRefuse()?.Code ?? "CS11", StringComparison.Ordinal);

    [Fact]
    public void An_operator_set_that_is_too_old() =>
        Says(
            new ModelBuilder(opset: 6).Input(1, 3, 4, 4).Node("SpaceToSpace", "image", "norm").Output("norm").Refused(),
            "CS1102",
            "SpaceToSpace");

    [Fact]
    public void A_format_from_the_future()
    {
        var model = Relu(1, 3, 4, 4).Model;
        model.IrVersion = 99;
        Says(ModelBuilder.Refused(model.ToByteArray()), "CS1102", "IR version 99) is newer than ONNX Runtime knows");
    }

    /// <summary>The runtime says only which check of its own failed.</summary>
    [Fact]
    public void A_setting_that_the_runtime_refuses_without_naming_the_node()
    {
        var refused = Relu(1, 3, 8, 8).Node("AveragePool", "relu", "pool", ("kernel_shape", new[] { 2, 2 }), ("pads", new[] { 0, 0, 2, 2 }))
            .Node("Sigmoid", "pool", "last").Output("last").Refused();
        Says(refused, "CS1102", "the node 'pool' (AveragePool): Pad should be smaller than kernel; change this layer");
        Assert.DoesNotContain("std::", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_told_once()
    {
        var model = Relu(1, 3, 4, 4);
        model.Floats("a", [2, 3, 1, 1], 1, 2, float.NaN, 3, 4, 5).Floats("b", [2, 2, 1, 1], float.NaN, 1, 1, 1);
        model.Node("Conv", "relu a", "one").Node("Conv", "one b", "two").Output("two");
        Says(model.Refused(), "CS1102", "the weights of 'one', 'two' hold NaN: training diverged");
    }

    [Fact]
    public void Half_a_value()
    {
        var model = Relu(1, 3, 4, 4).Weights("w", 2).Model;
        var weights = model.Graph.Initializer.Single();
        weights.FloatData.Clear();
        weights.RawData = ByteString.CopyFrom(new byte[6]);
        Says(ModelBuilder.Refused(model.ToByteArray()), "CS1102", "'w' holds 6 bytes, which are no whole number of values of 4 bytes each");
    }
}
