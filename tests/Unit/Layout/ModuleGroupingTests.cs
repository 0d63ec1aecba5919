using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Texts;
using Convscope.Tests.Operators;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Layout;

public sealed class ModuleGroupingTests
{
    [Fact]
    public void A_deep_network_reads_as_its_modules()
    {
        var modules = ModuleGrouping.Of(DeepModel.Build().Load().Network);
        Assert.Equal(
            [
                "operator_input", "module_stem", "module_residual_block", "module_residual_block", "module_residual_block",
                "module_residual_block",
                "module_inception", "module_inception", "module_dense_block", "module_classifier", "operator_softmax",
            ],
            Titles(modules));
        Assert.Single(modules.Skip(2).Take(4).Select(module => module.Signature).Distinct());
        Assert.Equal("operator_conv operator_relu operator_conv operator_add operator_relu",
            string.Join(' ', ModuleNames.MadeOf(modules[2].Layers).Values));
        Assert.Equal(6, modules[8].Steps.Count(step => step.Title.Key == "module_dense_layer"));
    }

    [Fact]
    public void A_chain_is_cut_after_its_poolings_and_counted_where_it_repeats()
    {
        var model = new ModelBuilder().Input(1, 3, 32, 32);
        var last = "image";
        for (var i = 0; i < 8; i++)
        {
            model.Weights($"w{i}", 3, 3, 3, 3).Node("Conv", $"{last} w{i}", $"c{i}", ("pads", new[] { 1, 1, 1, 1 }))
                .Node("Relu", $"c{i}", $"r{i}");
            last = $"r{i}";
            if (i % 2 == 0) continue;
            model.Node("MaxPool", last, last = $"p{i}", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        }

        var modules = ModuleGrouping.Of(model.Node("Softmax", last, "out", ("axis", 1)).Output("out").Load().Network);
        const string twice = "module_and_pooling(module_convolutions)";
        Assert.Equal(["operator_input", "module_stem", twice, twice, twice, "operator_softmax"], Titles(modules));
    }

    [Fact]
    public void Many_repeated_modules_become_one_that_opens_to_them()
    {
        var modules = ModuleGrouping.Of(DeepModel.Build(residual: 20, branched: 0, dense: 0).Load().Network);
        Assert.Equal(["operator_input", "module_stem", "module_residual_block", "module_classifier", "operator_softmax"], Titles(modules));
        Assert.Equal((20, 20), (modules[2].Times, modules[2].Steps.Length));
    }

    [Fact]
    public void A_small_network_is_not_grouped()
    {
        Assert.Empty(ModuleGrouping.Of(Networks.Chain(10)));
        Assert.Empty(ModuleGrouping.Of(Networks.Branches()));
        Assert.Empty(ModuleGrouping.Of(RandomGraph.Of(3, ModuleGrouping.MostColumns - 1, skips: 0)));
        Assert.NotEmpty(ModuleGrouping.Of(RandomGraph.Of(3, ModuleGrouping.MostColumns, skips: 0)));
    }

    [Fact]
    public void What_the_author_names_wins()
    {
        var network = DeepModel.Build().Load().Network;
        var modules = ModuleGrouping.Of(network, layer => layer.Id.StartsWith("block1", StringComparison.Ordinal)
            || layer.Id.StartsWith("block2", StringComparison.Ordinal) ? "my blocks" : "");
        var mine = Assert.Single(modules, module => module.Title == Phrase.Name("my blocks"));
        Assert.Equal(10, mine.Layers.Length);
        Assert.Equal(network.Layers, modules.SelectMany(module => module.Layers));
    }

    [Theory]
    [InlineData("layer1.0", "layer1.0.conv1", "layer1.0.relu")]
    [InlineData("mixed0", "mixed0.one", "mixed0.reduce")]
    [InlineData("", "conv1", "conv2")]
    [InlineData("", "conv", "relu")]
    public void A_shared_prefix_is_whole_words(string expected, string first, string second) => Assert.Equal(
        expected, ModuleNames.SharedPrefix([Networks.InputOf(3, 4) with { ReadableName = first }, Networks.InputOf(3, 4) with
        { ReadableName = second }]));

    [Property]
    public void Every_layer_is_in_exactly_one_module_after_all_that_it_reads(int seed, byte size, byte skips)
    {
        var network = RandomGraph.Of(seed, size, skips);
        var modules = ModuleGrouping.Of(network);
        if (modules.IsEmpty) return;
        Layer[] all = [.. modules.SelectMany(module => module.Layers)];
        Assert.Equal(network.Layers.OrderBy(layer => layer.Id), all.OrderBy(layer => layer.Id));
        var met = new HashSet<string>();
        foreach (var layer in all)
        {
            Assert.Subset(met, layer.Inputs.ToHashSet());
            met.Add(layer.Id);
        }

        Assert.All(Everything(modules), module =>
        {
            if (!module.Steps.IsEmpty) Assert.Equal(module.Layers, module.Steps.SelectMany(step => step.Layers));
            else Assert.InRange(module.Layers.Length, 1, ModuleGrouping.MostLayers);
        });
    }

    [Property]
    public void Names_and_ids_count_for_nothing(int seed, byte size, byte skips)
    {
        var network = RandomGraph.Of(seed, size, skips);
        var renamed = new NetworkGraph("other", network.Layers.Select(layer => layer with
        {
            Id = "z" + layer.Id,
            Name = "?",
            Inputs = [.. layer.Inputs.Select(input => "z" + input)],
        }));
        Assert.Equal(Shape(ModuleGrouping.Of(network)), Shape(ModuleGrouping.Of(renamed)));
    }

    private static IEnumerable<(Phrase, int, string)> Shape(ImmutableArray<Module> modules) =>
        Everything(modules).Select(module => (module.Title, module.Layers.Length, module.Signature));

    private static IEnumerable<string> Titles(ImmutableArray<Module> modules) => modules.Select(module => module.Title.ToString());

    private static IEnumerable<Module> Everything(ImmutableArray<Module> modules) =>
        modules.SelectMany(module => Everything(module.Steps).Prepend(module));

    [Fact]
    public void A_U_Net_is_encoders_a_bottleneck_and_decoders_by_the_size_of_its_maps()
    {
        var modules = ModuleGrouping.Of(UNet().Load().Network);
        Assert.Equal(
            [
                "operator_input", "module_encoder", "module_encoder", "module_bottleneck", "module_decoder", "module_decoder",
                "operator_conv",
            ],
            Titles(modules));
        Assert.Equal([0, 0, 1, 2, 1, 0, 0], modules.Select(module => module.Level ?? -1));
    }

    [Fact]
    public void A_detectors_heads_stand_side_by_side_after_the_trunk_that_they_share()
    {
        var modules = ModuleGrouping.Of(Detector(perScale: 2).Load().Network);
        Assert.Equal(["module_ssd_head", "module_ssd_head", "module_answers"], Titles([.. modules.TakeLast(3)]));
        Assert.All(modules[^3].Layers, layer => Assert.StartsWith("s0", layer.Name));
        Assert.Equal(["module_yolo_head", "module_yolo_head"],
            Titles([.. ModuleGrouping.Of(Detector(perScale: 1).Load().Network).TakeLast(3).Take(2)]));
    }

    private static ModelBuilder UNet()
    {
        var model = new ModelBuilder().Input(1, 4, 16, 16);
        var last = "image";
        string[] skips = ["", ""];
        for (var level = 0; level < 5; level++)
        {
            if (level is 1 or 2)
                model.Node("MaxPool", last, last = $"p{level}", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
            if (level > 2)
            {
                model.Weights($"u{level}", 4, 4, 2, 2).Node("ConvTranspose", $"{last} u{level}", $"up{level}", ("strides", new[] { 2, 2 }))
                    .Node("Concat", $"up{level} {skips[4 - level]}", last = $"c{level}", ("axis", 1));
            }

            for (var i = 0; i < 2; i++) last = Convolved(model, last, $"l{level}{i}", level > 2 && i == 0 ? 8 : 4, 4);
            if (level < 2) skips[level] = last;
        }

        return model.Weights("w", 1, 4, 1, 1).Node("Conv", $"{last} w", "out").Output("out");
    }

    private static ModelBuilder Detector(int perScale)
    {
        var model = new ModelBuilder().Input(1, 4, 16, 16);
        var (last, answers) = ("image", new List<string>());
        for (var i = 0; i < 10; i++)
        {
            last = Convolved(model, last, $"t{i}", 4, 4);
            if (i % 5 != 4) continue;
            var scale = $"s{i / 5}";
            for (var answer = 0; answer < perScale; answer++)
            {
                var name = $"{scale}{answer}";
                model.Weights($"{name}w", 4, 4, 1, 1).Node("Conv", $"{last} {name}w", name).Named(name)
                    .Longs($"{name}to", 1, 4, -1).Node("Reshape", $"{name} {name}to", $"{name}r").Named($"{name}r");
                answers.Add($"{name}r");
            }

            model.Node("MaxPool", last, last = $"p{i}", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        }

        return model.Node("Concat", string.Join(' ', answers), "all", ("axis", 2)).Node("Sigmoid", "all", "out").Output("out");
    }

    private static string Convolved(ModelBuilder model, string from, string name, int channels, int units)
    {
        model.Weights($"{name}w", units, channels, 3, 3).Node("Conv", $"{from} {name}w", name, ("pads", new[] { 1, 1, 1, 1 })).Named(name)
            .Node("Relu", name, $"{name}relu").Named($"{name}relu");
        return $"{name}relu";
    }
}
