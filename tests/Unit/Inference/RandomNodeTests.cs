using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>A model that gives something else at each run is refused for what it is, before it is run.</summary>
public sealed class RandomNodeTests
{
    [Theory]
    [InlineData("weight")]
    [InlineData("node")]
    [InlineData("copy")]
    public void Dropout_in_training_mode_is_told(string training)
    {
        var builder = Small().Floats("ratio", [], 0.5f);
        if (training == "weight") builder.Model.Graph.Initializer.Add(True("mode"));
        else builder.Node("Constant", "", training == "node" ? "mode" : "first", ("value", True("")));
        if (training == "copy") builder.Node("Identity", "first", "mode");
        var refused = builder.Node("Dropout", "conv ratio mode", "drop").Node("Relu", "drop", "relu").Output("relu").Refused();
        Assert.Equal(DiagnosticCodes.ModelRandom, refused.Code);
        Assert.Contains("'drop' (Dropout) was exported in training mode", refused.Message, StringComparison.Ordinal);
        Assert.Contains("model.eval()", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dropout_that_drops_nothing_is_left_out()
    {
        var builder = Small().Floats("ratio", [], 0).Node("Dropout", "conv ratio mode", "none").Node("Dropout", "none", "evaluated")
            .Node("Relu", "evaluated", "relu").Output("relu");
        builder.Model.Graph.Initializer.Add(True("mode"));
        using var model = builder.Load();
        Assert.Equal(["image", "conv", "relu"], model.Network.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void Batch_normalisation_in_training_mode_is_told()
    {
        var refused = Small(15).Weights("scale", 2).Weights("shift", 2).Weights("mean", 2).Floats("variance", [2], 1, 2)
            .Node("BatchNormalization", "conv scale shift mean variance", "norm new_mean new_variance", ("training_mode", 1)).Output("norm")
                .Refused();
        Assert.Equal(DiagnosticCodes.ModelRandom, refused.Code);
        Assert.Contains("'norm' (BatchNormalization) was exported in training mode", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RandomNormalLike", "conv")]
    [InlineData("RandomUniformLike", "conv")]
    [InlineData("RandomNormal", "")]
    [InlineData("RandomUniform", "")]
    [InlineData("Bernoulli", "conv")]
    [InlineData("Multinomial", "conv")]
    public void Nodes_that_draw_random_numbers_are_told(string opType, string inputs)
    {
        var refused = Small(15).Node(opType, inputs, "drawn").Node("Add", "conv drawn", "sum").Output("sum").Refused();
        Assert.Equal(DiagnosticCodes.ModelRandom, refused.Code);
        Assert.Contains($"'drawn' ({opType}) draws random numbers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_are_those_in_a_function_of_the_models_own()
    {
        var builder = Small(15).Node("Noisy", "conv", "noisy").Output("noisy");
        builder.Model.Graph.Node[^1].Domain = "mine";
        var function = new FunctionProto { Name = "Noisy", Domain = "mine" };
        var draws = new NodeProto { OpType = "RandomNormalLike", Name = "noise" };
        draws.Input.Add("like");
        draws.Output.Add("drawn");
        function.Input.Add("like");
        function.Output.Add("drawn");
        function.Node.Add(draws);
        builder.Model.Functions.Add(function);
        var message = builder.Refused().Message;
        Assert.StartsWith("the node '/noisy/noise/", message, StringComparison.Ordinal);
        Assert.Contains("(RandomNormalLike) draws random numbers", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_leads_to_no_output_is_nobodys_business()
    {
        using var model = Small().Node("RandomNormalLike", "conv", "drawn").Node("Relu", "conv", "relu").Output("relu").Load();
        Assert.Equal(3, model.Network.Layers.Length);
    }

    private static ModelBuilder Small(int opset = 13) =>
        new ModelBuilder(opset).Input(1, 3, 6, 6).Weights("w", 2, 3, 3, 3).Node("Conv", "image w", "conv");

    private static TensorProto True(string name)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)Type.Bool };
        tensor.Int32Data.Add(1);
        return tensor;
    }
}
