using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Sites of any fixture's models, built when they are asked for, in one browser.</summary>
public sealed class FixtureSites : OperatorsSite
{
    /// <summary>Builds sites of a fixture's first model and its last, if it has several.</summary>
    /// <returns>The routes below the server's root of one unit of each of the fixture's layers.</returns>
    public IReadOnlyList<string> Open(string fixture)
    {
        var models = OperatorFixtures.Of(fixture).Models.Select(model => model.Model).ToArray();
        return [.. models.Take(1).Concat(models.Skip(1).TakeLast(1)).SelectMany((builder, i) => Open($"{fixture}-{i}", builder,
            OperatorFixtures.Of(fixture).Kinds))];
    }

    private IEnumerable<string> Open(string site, ModelBuilder builder, IReadOnlyList<string> kinds)
    {
        Build(builder.Model.ToByteArray(), site);
        using var model = builder.Load();
        return [.. RoutesOf(model, kinds).Select(route => $"{site}/koala/{route}/index.html")];
    }

    /// <inheritdoc/>
    protected override string Model => "fixture";

    /// <inheritdoc/>
    protected override string RouteOf(string route) => route;

    /// <inheritdoc/>
    protected override void BuildAll()
    {
    }

    private static IEnumerable<string> RoutesOf(OnnxModel model, IReadOnlyList<string> kinds) =>
        from layer in model.Network.Layers
        where kinds.Contains(layer.Operator.Kind) && layer.Operator is not ILaysOut
        select $"{layer.Id}/{layer.Shape.Units / 2}";
}
