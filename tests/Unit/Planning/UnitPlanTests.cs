using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Tests.Unit.Layout;

namespace Convscope.Tests.Unit.Planning;

/// <summary>Which units and layers of a network are shown.</summary>
public sealed class UnitPlanTests
{
    [Fact]
    public void All_units_of_a_small_network_are_shown_in_order()
    {
        var plan = Plan(Networks.Chain(10), new());
        Assert.Equal(Enumerable.Range(0, 10), plan("conv"));
        Assert.Empty(plan("flatten"));
        Assert.Equal([0, 1, 2], plan("dense"));
    }

    [Fact]
    public void The_most_active_are_shown_and_those_that_answer_to_them()
    {
        // The ReLU alone would show units 4 and 7, but ranks with the convolution: 7 is first and second, 2 second and third.
        var plan = Plan(Networks.Chain(8), new(Units: 2), [("conv", [0, 6, -8, 5, 4, 0, 0, 9]), ("relu", [0, 1, 7, 0, 7.5f, 0, 0, 7.4f])]);
        Assert.Equal([2, 7], plan("conv"));
        Assert.Equal([2, 7], plan("relu"));
    }

    [Fact]
    public void Equally_active_units_are_shown_by_index() => Assert.Equal([0, 1, 2], Plan(Networks.Chain(8), new(Units: 3))("conv"));

    [Fact]
    public void All_pictures_count()
    {
        var network = Networks.Chain(4);
        UnitActivity[] pictures = [Activity(network, [("conv", [9, 0, 0, 1]), ("relu", [9, 0, 0, 1])]),
            Activity(network, [("conv", [0, 5, 6, 1]), ("relu", [0, 5, 6, 1])])];
        Assert.Equal([0, 2], UnitPlan.Of(network, pictures, new(Units: 2)).Units(network["conv"]).AsEnumerable());
    }

    [Fact]
    public void The_class_that_a_picture_comes_out_as_has_a_page()
    {
        var network = Networks.Chain(4, outputs: 20);
        float[] Classes(int top) => [.. Enumerable.Range(0, 20).Select(i => i == top ? 1f : i < 3 ? -9f : 0f)];
        UnitActivity[] pictures = [Activity(network, [("dense", Classes(17))]), Activity(network, [("dense", Classes(11))])];
        var units = UnitPlan.Of(network, pictures, new(Units: 4)).Units(network["dense"]);
        Assert.Contains(17, units);
        Assert.Contains(11, units);
        Assert.Equal(4, units.Length);
    }

    [Fact]
    public void A_deep_network_shows_fewer_units_a_layer()
    {
        var network = Deep(40, units: 64);
        var plan = UnitPlan.Of(network, [Activity(network, [])], new());
        Assert.InRange(plan.UnitsALayer, UnitPlan.FewestUnits, 20);
        Assert.InRange(network.Layers.Sum(layer => plan.Units(layer).Length), 1, UnitPlan.UnitsInAll);
        Assert.Equal(50, UnitPlan.Of(network, [Activity(network, [])], new(Units: 50)).UnitsALayer);
    }

    [Fact]
    public void Fewer_bytes_are_fewer_units()
    {
        var network = Deep(10, units: 32);
        UnitActivity[] pictures = [Activity(network, [])];
        var few = UnitPlan.Of(network, pictures, new(Bytes: 2_000_000)).UnitsALayer;
        Assert.InRange(few, 1, UnitPlan.Of(network, pictures, new(Bytes: 6_000_000)).UnitsALayer - 1);
        Assert.Equal(few, UnitPlan.Of(network, pictures, new(Units: 32, Bytes: 2_000_000)).UnitsALayer);
    }

    [Fact]
    public void Of_many_layers_the_chosen_bring_what_they_read()
    {
        var network = Deep(40, units: 4);
        var shown = LayerChoice.Of(network, 20);
        Assert.InRange(shown.Count, 18, 20);
        Assert.Contains(network.Input.Id, shown);
        Assert.Contains(network.Output.Id, shown);
        var convolutions = network.Layers.Where(layer => layer.Operator is Conv && shown.Contains(layer.Id)).ToArray();
        Assert.InRange(convolutions.Length, 9, 12);
        Assert.InRange(convolutions.Count(layer => shown.Contains(layer.Inputs[0])), convolutions.Length - 1, convolutions.Length);
        Assert.InRange(network.Layers.IndexOf(convolutions[convolutions.Length / 2]), 25, 55);
    }

    private static Func<string, IEnumerable<int>> Plan(NetworkGraph network, PlanLimits limits, (string, float[])[]? values = null)
    {
        var plan = UnitPlan.Of(network, [Activity(network, values ?? [])], limits);
        return id => plan.Units(network[id]);
    }

    /// <summary>Activations in which every cell of a unit has the unit's value; 1 where none is given.</summary>
    private static UnitActivity Activity(NetworkGraph network, (string Layer, float[] Values)[] given)
    {
        var byLayer = network.Layers.ToDictionary(layer => layer.Id, layer =>
        {
            var values = given.FirstOrDefault(one => one.Layer == layer.Id).Values ?? [.. Enumerable.Repeat(1f, layer.Shape.Units)];
            return new Tensor(layer.Shape, [.. values.SelectMany(value => Enumerable.Repeat(value, layer.Shape.MapSize))]);
        });
        return UnitActivity.Of(network, new Activations(byLayer));
    }

    /// <summary>An input and so many convolutions, each with its ReLU.</summary>
    private static NetworkGraph Deep(int convolutions, int units)
    {
        var layers = new List<Layer> { Networks.Chain(1).Input };
        for (var i = 0; i < convolutions; i++)
        {
            layers.Add(Networks.Conv($"conv{i}", layers[^1].Id, layers[^1].Shape.Units, units, 4));
            layers.Add(new($"relu{i}", $"relu{i}", new Relu(), [$"conv{i}"], new(units, 4, 4)));
        }

        return new("deep", layers);
    }
}
