using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Sites of any fixture's models, built when they are asked for, in one browser.</summary>
public sealed class FixtureSites : OperatorsSite
{
    private readonly Dictionary<string, IReadOnlyList<FixturePage>> _pages = [];

    /// <summary>Builds sites of a fixture's first model and its last, if it has several, once.</summary>
    /// <returns>The page of one unit of each of the fixture's layers.</returns>
    public IReadOnlyList<FixturePage> Open(string fixture)
    {
        if (_pages.TryGetValue(fixture, out var pages)) return pages;
        var models = OperatorFixtures.Of(fixture).Models.Select(model => model.Model).ToArray();
        return _pages[fixture] = [.. models.Take(1).Concat(models.Skip(1).TakeLast(1)).SelectMany((builder, i) =>
            Open($"{fixture}-{i}", builder, OperatorFixtures.Of(fixture).Kinds))];
    }

    private FixturePage[] Open(string site, ModelBuilder builder, IReadOnlyList<string> kinds)
    {
        Build(builder.Model.ToByteArray(), site);
        using var model = builder.Load();
        var network = model.Network;
        return
        [
            .. from layer in network.Layers
               where kinds.Contains(layer.Operator.Kind) && layer.Operator is not ILaysOut
               select new FixturePage($"{site}/koala/{layer.Id}/{layer.Shape.Units / 2}/index.html", layer.Shape, network.Input.Shape),
        ];
    }

    /// <summary>Without lessons, which no test here looks at.</summary>
    protected override string Config => "title: Fixtures\n";

    /// <inheritdoc/>
    protected override string Model => "fixture";

    /// <inheritdoc/>
    protected override string RouteOf(string route) => route;

    /// <inheritdoc/>
    protected override void BuildAll()
    {
    }
}

/// <summary>A unit's page of a fixture's site.</summary>
/// <param name="Route">Below the server's root.</param>
/// <param name="Layer">What its layer gives: (C, H, W).</param>
/// <param name="Input">What its network takes: (C, H, W).</param>
public sealed record FixturePage(string Route, Shape Layer, Shape Input);
