using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Practice;

namespace Convscope.Site.Building;

/// <summary>Exercises about sizes and parameters: first those of the network's own layers, then layers much like them.</summary>
internal static class CountPool
{
    private const ulong SizeSeed = 0x53495A45, ParameterSeed = 0x50415241;

    /// <summary>So many about sizes.</summary>
    public static ImmutableArray<Exercise> Sizes(NetworkGraph network, int count)
    {
        (int Rows, int Kernel, int Padding, int Stride)[] own = [..
            from layer in network.Layers
            where layer.Operator is IHasWindow
            let window = ((IHasWindow)layer.Operator).Window.Rows
            let rows = network.InputsOf(layer).First().Shape.Height
            where window.Dilation == 1 && window.PadBegin == window.PadEnd && window.Kernel > 1 && window.Kernel < rows
            select (rows, window.Kernel, window.PadBegin, window.Stride)];
        var chance = new Chance(SizeSeed);
        (int Rows, int Kernel, int Padding, int Stride) Another()
        {
            var kernel = chance.Of([2, 3, 3, 5, 7]);
            var rows = own.Length > 0 && chance.Below(2) == 0 ? chance.Of(own).Rows : 8 + chance.Below(57);
            return (Math.Max(rows, kernel + 1), kernel, chance.Below((kernel / 2) + 1), 1 + chance.Below(3));
        }

        return Distinct(own, Another, count, one => CountExercises.OfSize(one.Rows, one.Kernel, one.Padding, one.Stride));
    }

    /// <summary>So many about parameters.</summary>
    public static ImmutableArray<Exercise> Parameters(NetworkGraph network, int count)
    {
        (int Units, ImmutableArray<int> Weights, bool HasBias)[] own = [..
            from layer in network.Layers
            where layer.Operator is IWeighs && layer.Parameters > 0
            let weighs = (IWeighs)layer.Operator
            select (layer.Shape.Units, weighs.WeightsOfUnit, weighs.HasBias)];
        if (own.Length == 0) return [];
        var chance = new Chance(ParameterSeed);
        (int Units, ImmutableArray<int> Weights, bool HasBias) Another()
        {
            var (_, weights, hasBias) = chance.Of(own);
            var (units, isKernel) = (2 + chance.Below(63), weights.Length > 1);
            var side = chance.Of([1, 3, 3, 5]);
            return (units, isKernel ? [chance.Of([1, 3, 8, 16, 32]), side, side] : [10 * (1 + chance.Below(99))], hasBias);
        }

        return Distinct(own, Another, count, one => CountExercises.OfParameters(one.Units, one.Weights, one.HasBias));
    }

    private static ImmutableArray<Exercise> Distinct<T>(IEnumerable<T> own, Func<T> another, int count, Func<T, Exercise> pose) =>
    [
        .. own.Concat(Enumerable.Range(0, 10 * count).Select(_ => another())).Select(pose)
            .DistinctBy(exercise => exercise.Question).Take(count),
    ];
}
