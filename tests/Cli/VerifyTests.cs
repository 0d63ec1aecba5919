using System.Text.Json;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>What a build says of layers that don't come out as recomputed, and of those that give what is no number.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TempSite _site = new("small", metadata: null);

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Kernels_that_cancel_out_on_a_plain_picture_are_no_error()
    {
        var edges = Enumerable.Repeat(1f / 3, 9).ToArray();
        edges[4] = -8f / 3;
        Model(new ModelBuilder().Input(1, 1, 8, 8).Floats("w", [1, 1, 3, 3], edges).Node("Conv", "image w", "edges")
            .Floats("scale", [1], 1).Floats("shift", [1], 0).Node("InstanceNormalization", "edges scale shift", "norm").Output("norm"));
        _site.Built();
        using var json = JsonDocument.Parse(_site.Page("site.json"));
        Assert.All(json.RootElement.GetProperty("verification").EnumerateArray(), layer =>
            Assert.InRange(layer.GetProperty("ofBound").GetDouble(), 0, 1));
    }

    [Fact]
    public void What_is_no_number_is_told_of_the_layer_where_it_begins()
    {
        Model(new ModelBuilder().Input(1, 1, 8, 8).Floats("w", [1, 1, 1, 1], -1).Node("Conv", "image w", "below")
            .Node("Log", "below", "log")
            .Node("Relu", "log", "after").Node("GlobalAveragePool", "after", "pool").Output("pool"));
        var built = _site.Built();
        Assert.Contains("warning CS1602: layer 'log' (Natural logarithm) gives what is not a number (NaN) in 64 of its 64 cells, first in unit 0, row 0, column 0, on picture 'blue' and 1 more", built.All);
        Assert.DoesNotContain("layer 'after'", built.All);
        Assert.DoesNotContain("CS1601", built.All);
        var page = Html.Parse(_site.Page("red/log/0/index.html"));
        Assert.Contains("NaN", page.QuerySelector(".y")!.TextContent);
        Assert.All(page.QuerySelectorAll("svg .point, svg .guide"), part => Assert.Equal("hidden", part.GetAttribute("visibility")));
        Assert.DoesNotContain(page.QuerySelectorAll("svg *").SelectMany(part => part.Attributes), attribute =>
            attribute.Value.Contains("NaN", StringComparison.Ordinal) && attribute.Name is "d" or "cx" or "cy" or "x" or "y");
    }

    [Fact]
    public void So_is_infinity()
    {
        Model(new ModelBuilder().Input(1, 1, 8, 8).Node("Sub", "image image", "nothing").Node("Log", "nothing", "log")
            .Node("GlobalMaxPool", "log", "pool").Output("pool"));
        Assert.Contains("warning CS1602: layer 'log' (Natural logarithm) gives infinity in 64 of its 64 cells", _site.Built().All);
    }

    [Fact]
    public void A_layer_that_differs_stops_the_build_or_is_told_on_all_its_pages()
    {
        Differs();
        _site.Fails(1, ["error CS1601: layer 'silu' differs from its recomputation by ", " times what rounding explains, on picture '"]);
        var built = _site.Built("--verify", "warn");
        Assert.Contains("warning CS1601: layer 'silu' differs", built.All);
        foreach (var page in new[] { "red/silu/index.html", "red/silu/0/index.html", "blue/silu/0/index.html" })
            Assert.Contains("Not verified", Html.Parse(_site.Page(page)).QuerySelector(".doubt")!.TextContent);
        Assert.Null(Html.Parse(_site.Page("red/wide/index.html")).QuerySelector(".doubt"));
        _site.Fails(1, ["error CS1601"]);
    }

    [Fact]
    public void The_configuration_may_say_so_too()
    {
        Differs();
        _site.Write("content/site.yaml", TempSite.Config + "verify: warn\n");
        Assert.Contains("warning CS1601: layer 'silu' differs", _site.Built().All);
        _site.Fails(1, ["error CS1601"], "--verify", "enforce");
    }

    /// <summary>A factor within a gate is nearly 1: the layer is told for the function that it nearly is.</summary>
    private void Differs()
    {
        Model(new ModelBuilder().Input(1, 1, 8, 8).Floats("w", [1, 1, 1, 1], 2.5f).Node("Conv", "image w", "wide")
            .Floats("nearly", [], 1.000008f)
            .Node("Mul", "wide nearly", "inner").Node("Sigmoid", "inner", "gate").Node("Mul", "wide gate", "silu").Output("silu"));
    }

    private void Model(ModelBuilder builder) => _site.Write("models/net.onnx", builder.Model.ToByteArray());
}
