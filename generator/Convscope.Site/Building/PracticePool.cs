using System.Collections.Concurrent;
using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// Collects exercises while the pictures pass: of each kind so many, spread over layers and pictures, the same in every build.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="plan">Which units have pages.</param>
/// <param name="order">The pictures' ids in order.</param>
public sealed class PracticePool(NetworkGraph network, UnitPlan plan, ImmutableArray<string> order) : IPictureVisitor
{
    /// <summary>Of each kind.</summary>
    public const int Most = 40;

    /// <summary>How many cells are tried for one that teaches something.</summary>
    private const int Tries = 40;

    private readonly ConcurrentDictionary<(string Kind, int Number), PosedExercise> _posed = new();
    private readonly ImmutableArray<(string Kind, ImmutableArray<Layer> Layers)> _kinds =
    [
        .. network.Layers.Where(layer => PracticeKinds.IsPractised(layer) && !plan.Units(layer).IsEmpty)
            .GroupBy(layer => layer.Operator.Kind).Select(group => (group.Key, group.ToImmutableArray())),
    ];

    /// <inheritdoc/>
    public void Visit(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps)
    {
        var index = order.IndexOf(picture.Id);
        for (var k = 0; k < _kinds.Length; k++)
        {
            var (kind, layers) = _kinds[k];
            for (var number = 0; number < Most; number++)
            {
                if ((number + (number / (layers.Length * order.Length))) % order.Length != index) continue;
                var chance = new Chance(((ulong)k << 32) | (uint)number);
                if (Pose(run.Activations, layers[number % layers.Length], chance) is { } posed)
                    _posed[(kind, number)] = posed with { Picture = picture.Id };
            }
        }
    }

    /// <summary>The exercises of a kind in their order.</summary>
    public ImmutableArray<PosedExercise> Of(string kind) => kind switch
    {
        PracticeKinds.Size => [.. CountPool.Sizes(network, Most).Select(exercise => new PosedExercise(exercise))],
        PracticeKinds.Parameters => [.. CountPool.Parameters(network, Most).Select(exercise => new PosedExercise(exercise))],
        _ => [.. _posed.Where(pair => pair.Key.Kind == kind).OrderBy(pair => pair.Key.Number).Select(pair => pair.Value)
            .DistinctBy(posed => (posed.Layer, posed.At, posed.Picture))],
    };

    private PosedExercise? Pose(Activations activations, Layer layer, Chance chance)
    {
        var (input, output) = (activations[network.InputsOf(layer).First()], activations[layer]);
        for (var i = 0; i < Tries; i++)
        {
            var cell = new Cell(chance.Of(plan.Units(layer)), chance.Below(output.Shape.Height), chance.Below(output.Shape.Width));
            if (((IPractised)layer.Operator).Practise(input, output, cell) is { } exercise)
                return new(exercise) { Layer = layer, At = cell };
        }

        return null;
    }
}

/// <summary>An exercise, and where its numbers are from.</summary>
/// <param name="Exercise">The exercise.</param>
public sealed record PosedExercise(Exercise Exercise)
{
    /// <summary>The layer that a cell of is asked for; null where none is.</summary>
    public Layer? Layer { get; init; }

    /// <summary>The cell.</summary>
    public Cell At { get; init; }

    /// <summary>The picture's id.</summary>
    public string Picture { get; init; } = "";
}
