using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Functions of a file are written out where they are called, and their layers bear their modules' names.</summary>
public sealed class LocalFunctionTests
{
    [Fact]
    public void Layers_within_functions_are_layers_of_the_network()
    {
        using var model = Blocks().Load();
        Assert.Equal(["image", "conv1", "conv1.leaky_relu", "layer1.conv2", "layer1.leaky_relu", "head"],
            model.Network.Layers.Select(layer => layer.ReadableName));
        Assert.Equal(2, model.Network.Layers.Count(layer => layer.Operator.Parameters > 0 && layer.Weights.Length == 1));
        Assert.Contains(model.Changes, change => change.Pass == "local-function");
        var output = model.Run([.. Enumerable.Range(0, 48).Select(i => (float)(i % 5) - 2)]);
        Assert.Equal(48, output[model.Network.Output].Values.Length);
    }

    [Fact]
    public void A_function_that_calls_itself_is_refused()
    {
        var builder = Blocks();
        builder.Model.Functions[0].Node.Add(builder.Model.Graph.Node[0].Clone());
        var error = Assert.Throws<DiagnosticException>(() => builder.Load());
        Assert.Contains("calls itself", error.Message);
    }

    /// <summary>What <c>torch.onnx.dynamo_export</c> wrote: a function a module, called by the modules around it.</summary>
    private static ModelBuilder Blocks()
    {
        var builder = new ModelBuilder().Input(1, 3, 4, 4).Weights("conv1.weight", 3, 3, 1, 1).Weights("layer1.conv2.weight", 3, 3, 1, 1)
            .Node("torch_nn_modules_conv_Conv2d_conv1_1", "image conv1.weight", "first", ("slope", 0.1f))
            .Node("Net_Block_layer1_1", "first layer1.conv2.weight", "second")
            .Node("Sigmoid", "second", "out").Named("/head/Sigmoid").Output("out");
        var (conv, block) = (builder.Model.Graph.Node[0], builder.Model.Graph.Node[1]);
        (conv.Domain, block.Domain) = ("pkg.torch.2.2.0", "pkg.torch.2.2.0");
        builder.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "pkg.torch.2.2.0", Version = 1 });
        var leaky = new NodeProto { OpType = "LeakyRelu", Input = { "y" }, Output = { "z" } };
        leaky.Attribute.Add(new AttributeProto
        {
            Name = "alpha", RefAttrName = "slope", Type = AttributeProto.Types.AttributeType.Float,
        });
        builder.Model.Functions.Add(Function("torch_nn_modules_conv_Conv2d_conv1_1", ["x", "w"], ["z"],
            new NodeProto { OpType = "Conv", Input = { "x", "w" }, Output = { "y" } }, leaky));
        builder.Model.Functions[0].AttributeProto.Add(new AttributeProto
        {
            Name = "slope", F = 0.5f, Type = AttributeProto.Types.AttributeType.Float,
        });
        builder.Model.Functions.Add(Function("Net_Block_layer1_1", ["x", "w"], ["z"],
            new NodeProto { OpType = "Conv", Name = "conv2", Input = { "x", "w" }, Output = { "y" } },
            new NodeProto { OpType = "LeakyRelu", Name = "n1", Input = { "y" }, Output = { "z" } }));
        return builder;
    }

    private static FunctionProto Function(string name, string[] inputs, string[] outputs, params NodeProto[] nodes)
    {
        var function = new FunctionProto
        {
            Name = name, Domain = "pkg.torch.2.2.0", Input = { inputs }, Output = { outputs }, Node = { nodes },
        };
        function.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return function;
    }
}
