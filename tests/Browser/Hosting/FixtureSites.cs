using Convscope.Inference;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of any fixture's first model, built when it is asked for, in one browser.</summary>
public sealed class FixtureSites : OperatorsSite
{
    /// <summary>Builds the site of a fixture.</summary>
    /// <returns>The routes below the server's root of one unit of each of the fixture's layers.</returns>
    public IReadOnlyList<string> Open(string fixture)
    {
        var builder = OperatorFixtures.Of(fixture).Models.First().Model;
        Build(builder.Model.ToByteArray(), fixture);
        using var model = builder.Load();
        return [.. RoutesOf(model, OperatorFixtures.Of(fixture).Kinds).Select(route => $"{fixture}/koala/{route}/index.html")];
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
        where kinds.Contains(layer.Operator.Kind)
        select $"{layer.Id}/{layer.Shape.Units / 2}";
}
