using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Tests.Operators;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Layout;

/// <summary>The drawings of a deep network: the strip, the insides of its modules, the minimap.</summary>
public sealed class OverviewModulesTests
{
    [Property]
    public void Nothing_lies_over_anything_else_and_all_lies_inside(int seed, byte size, byte skips)
    {
        var network = RandomGraph.Of(seed, size, skips);
        var units = Networks.AllUnits(network);
        var modules = ModuleGrouping.Of(network);
        if (!modules.IsEmpty) Check(network, modules, units);
    }

    /// <summary>Found by the property once.</summary>
    [Theory]
    [InlineData(2, 68, 233)]
    [InlineData(23, 128, 146)]
    public void Neither_does_anything_of_a_graph_that_was_wrong(int seed, byte size, byte skips) =>
        Nothing_lies_over_anything_else_and_all_lies_inside(seed, size, skips);

    [Fact]
    public void The_deep_model_lies_inside_its_frames()
    {
        var network = DeepModel.Build().Load().Network;
        Check(network, ModuleGrouping.Of(network), Networks.AllUnits(network));
    }

    [Fact]
    public void Branches_are_rows_and_what_they_join_stands_beside_them()
    {
        var network = DeepModel.Build().Load().Network;
        var inside = Inside(network, "module_inception");
        var rows = inside.Layers.Where(layer => network[layer.Id].Operator.Kind == "conv").GroupBy(layer => layer.Y).ToArray();
        Assert.Equal(3, rows.Length);
        var join = inside.Layers[^1];
        Assert.All(inside.Layers.SkipLast(1), layer => Assert.True(layer.X + layer.Width < join.X));
        Assert.InRange(join.Y, rows.Min(row => row.Key), rows.Max(row => row.Key));
        Assert.Empty(inside.Arcs);
    }

    [Fact]
    public void A_shortcut_is_one_arc_above_the_layers_that_it_passes()
    {
        var network = DeepModel.Build().Load().Network;
        var arc = Assert.Single(Inside(network, "module_residual_block").Arcs);
        Assert.Equal("add", network[arc.To].Operator.Kind);
    }

    [Fact]
    public void The_strip_bundles_all_between_two_modules_and_the_minimap_has_a_part_a_module()
    {
        var network = DeepModel.Build().Load().Network;
        var modules = ModuleGrouping.Of(network);
        var strip = OverviewStrip.Plan(network, modules, Networks.AllUnits(network), hasPicture: true, hasBars: true);
        Assert.Equal(modules.Length - 1, strip.Edges.Length);
        Assert.True(strip.Edges.Single(edge => edge.To == modules[2].Face.Id).Width > strip.Edges.Single(edge =>
            edge.To == modules[1].Face.Id).Width);
        var map = OverviewMinimap.Plan(network, modules);
        Assert.Equal(modules.Length, map.Parts.Length);
        Assert.All(map.Parts.Zip(map.Parts.Skip(1)), pair => Assert.True(pair.First.X + pair.First.Width <= pair.Second.X));
        Assert.Equal(network.Layers.Length, map.Marks.Sum(marks => marks.Path.Count(c => c == 'M')));
    }

    private static OverviewInside Inside(NetworkGraph network, string title) =>
        OverviewInside.Plan(network, ModuleGrouping.Of(network).First(module => module.Title.Key == title), Networks.AllUnits(network), 4);

    private static void Check(NetworkGraph network, ImmutableArray<Module> modules, Func<Layer, int, ImmutableArray<int>> units)
    {
        var strip = OverviewStrip.Plan(network, modules, units, hasPicture: true, hasBars: false);
        Placed(strip.Faces.SelectMany(face => face.Tiles).Append(strip.Picture!), strip.Width, strip.Height);
        foreach (var module in modules.Where(module => module.Opens))
        {
            if (!module.Steps.IsEmpty)
            {
                Check(network, module.Steps, units);
                continue;
            }

            var inside = OverviewInside.Plan(network, module, units, 6);
            Placed(inside.Layers.SelectMany(layer => layer.Tiles).Append(inside.Entry), inside.Width, inside.Height);
            var drawn = inside.Edges.Select(edge => (edge.From, edge.Layer)).Concat(inside.Arcs.Select(arc => (arc.From, arc.To)))
                .ToHashSet();
            Assert.All(module.Layers, layer => Assert.All(layer.Inputs, input => Assert.Contains((input, layer.Id), drawn)));
        }
    }

    private static void Placed(IEnumerable<OverviewTile> all, int width, int height)
    {
        var tiles = all.ToArray();
        Assert.All(tiles, tile => Assert.True(tile.X >= 0 && tile.Y >= 0 && tile.X + tile.Width <= width
            && tile.Y + tile.Height <= height, tile.ToString()));
        for (var i = 0; i < tiles.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.False(
                    tiles[i].X < tiles[j].X + tiles[j].Width && tiles[j].X < tiles[i].X + tiles[i].Width
                    && tiles[i].Y < tiles[j].Y + tiles[j].Height
                        && tiles[j].Y < tiles[i].Y + tiles[i].Height, $"{tiles[i]} and {tiles[j]}");
            }
        }
    }
}
