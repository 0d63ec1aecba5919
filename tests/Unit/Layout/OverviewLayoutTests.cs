using Convscope.Core.Layout;
using Convscope.Core.Network;

namespace Convscope.Tests.Unit.Layout;

public sealed class OverviewLayoutTests
{
    public static TheoryData<string> Names => ["one unit", "ten units", "64 units", "branches", "depthwise"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_lies_over_anything_else(string name)
    {
        var plan = Plan(name);
        var tiles = plan.Layers.SelectMany(layer => layer.Tiles).Append(plan.Picture).ToArray();
        for (var i = 0; i < tiles.Length; i++)
        {
            for (var j = 0; j < i; j++) Assert.False(Overlap(tiles[i], tiles[j]), $"{tiles[i]} and {tiles[j]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_lies_inside(string name)
    {
        var plan = Plan(name);
        Assert.All(plan.Layers.SelectMany(layer => layer.Tiles).Append(plan.Picture), tile => Assert.True(
            tile.X >= 0 && tile.Y >= 0 && tile.X + tile.Width <= plan.Width && tile.Y + tile.Height <= plan.Height, tile.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_lies_right_of_what_it_reads(string name)
    {
        var network = Network(name);
        var plan = Plan(name).Layers.ToDictionary(layer => layer.Id);
        foreach (var layer in network.Layers)
            Assert.All(layer.Inputs, input => Assert.True(plan[input].X + plan[input].Width < plan[layer.Id].X));
    }

    [Fact]
    public void Every_unit_of_a_convolution_meets_every_channel_and_every_map_its_own_relu()
    {
        var plan = Plan("ten units");
        Assert.Equal(30, Curves(plan, "conv"));
        Assert.Equal(10, Curves(plan, "relu"));
        Assert.All(plan.Edges.Where(edges => edges.Layer == "relu"), edges => Assert.Equal([edges.Unit], edges.Sources.AsEnumerable()));
        Assert.Equal(10, Curves(plan, "flatten"));
        Assert.Equal(3, Curves(plan, "dense"));
    }

    [Fact]
    public void A_depthwise_convolution_has_one_curve_a_unit() =>
        Assert.All(Plan("depthwise").Edges, edges => Assert.Equal([edges.Unit], edges.Sources.AsEnumerable()));

    [Fact]
    public void A_joined_unit_reads_one_branch_and_a_sum_reads_both()
    {
        var plan = Plan("branches");
        Assert.Equal(4, Curves(plan, "join"));
        Assert.Equal([(3, "right", 0)], plan.Edges.Where(edges => edges is { Layer: "join", From: "right" })
            .Select(edges => (edges.Unit, edges.From, edges.Sources.Single())));
        Assert.Equal(["join", "stem"], plan.Edges.Where(edges => edges is { Layer: "sum", Unit: 2 }).Select(edges => edges.From));
    }

    [Fact]
    public void A_column_is_no_higher_than_ten_units_whatever_a_layer_has()
    {
        var plan = OverviewLayout.Plan(Networks.Chain(64), Networks.AllUnits(Networks.Chain(64)));
        Assert.Equal(10, plan.Layers.Single(layer => layer.Id == "conv").Tiles.Length);
        var ten = OverviewLayout.Plan(Networks.Chain(10), Networks.AllUnits(Networks.Chain(10)));
        var sixteen = OverviewLayout.Plan(Networks.Chain(16), Networks.AllUnits(Networks.Chain(16)));
        Assert.Equal(16, sixteen.Layers.Single(layer => layer.Id == "conv").Tiles.Length);
        Assert.InRange(plan.Height, ten.Height, ten.Height + 20);
        Assert.InRange(sixteen.Height, ten.Height, ten.Height + 30);
    }

    [Fact]
    public void Strengths_are_hundredths_of_the_strongest_with_the_sign_of_the_sum()
    {
        var edges = Plan("branches").Edges.First(edges => edges.Layer == "left");
        Assert.Equal([0, -33, 67, -100], edges.Strengths.AsEnumerable());
    }

    [Fact]
    public void Modules_that_lie_over_each_other_have_no_band()
    {
        var plan = Plan("branches");
        Assert.Empty(OverviewBand.Of(plan, id => id is "left" or "right" ? id : ""));
        Assert.Equal(["early", "late"], OverviewBand.Of(plan, id => id is "stem" ? "early" : id is "join" or "sum" ? "late" : "")
            .Select(band => band.Module));
    }

    private static NetworkGraph Network(string name) => name switch
    {
        "one unit" => Networks.Chain(1, 1),
        "ten units" => Networks.Chain(10),
        "64 units" => Networks.Chain(64, 64),
        "branches" => Networks.Branches(),
        _ => Networks.Depthwise(6),
    };

    private static OverviewPlan Plan(string name)
    {
        var network = Network(name);
        return OverviewLayout.Plan(network, Networks.AllUnits(network), hasBars: true);
    }

    private static int Curves(OverviewPlan plan, string layer) =>
        plan.Edges.Where(edges => edges.Layer == layer).Sum(edges => edges.Path.Count(c => c == 'M'));

    private static bool Overlap(OverviewTile a, OverviewTile b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
