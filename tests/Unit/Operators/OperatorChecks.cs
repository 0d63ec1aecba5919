using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;
using Convscope.Tests.Unit.Explain;

namespace Convscope.Tests.Unit.Operators;

/// <summary>What must hold of any operator, with what it read and what the runtime gave.</summary>
internal static class OperatorChecks
{
    private const int Changes = 40, Cells = 6;

    /// <summary>Its forward pass gives what the runtime gave, within its own bounds.</summary>
    public static IEnumerable<string> Forward(Operator op, IReadOnlyList<Tensor> inputs, Tensor output)
    {
        if (op.Forward(inputs) is not { } own) yield break;
        var bounds = op.Bounds(inputs, own);
        for (var i = 0; i < own.Length; i++)
        {
            if (Math.Abs(own[i] - output.Values[i]) > bounds[i])
                yield return $"at {output.Shape.CellAt(i)} it gives {own[i]}, the runtime {output.Values[i]}";
        }
    }

    /// <summary>Its equations add up, end in what the runtime gave, and their operands are what the inputs hold.</summary>
    public static IEnumerable<string> Equations(Operator op, IReadOnlyList<Tensor> inputs, Tensor output, Phrase? formula)
    {
        var random = new Random(7);
        for (var i = 0; i < Cells; i++)
        {
            var cell = output.Shape.CellAt(random.Next(output.Values.Length));
            if (op.Explain(inputs, output, cell) is not { } e) continue;
            foreach (var fault in Readding.Faults(e, formula)) yield return fault;
            if (!e.Result.Exact.Equals(output[cell])) yield return $"at {cell} the equation ends in {e.Result.Exact}";
            foreach (var part in e.Parts.Where(part => part.Input >= 0))
            {
                if (part.Terms.Any(term => term.X.Exact != (term.IsPadding ? 0 : inputs[part.Input][term.From])))
                    yield return $"at {cell} an operand isn't what input {part.Input} holds";
            }
        }
    }

    /// <summary>Where a cell of an input changes, only cells change that say they read it.</summary>
    public static IEnumerable<string> Readings(Operator op, IReadOnlyList<Tensor> inputs, Tensor output)
    {
        if (op.Forward(inputs) is not { } before) yield break;
        var random = new Random(5);
        for (var change = 0; change < Changes; change++)
        {
            var input = random.Next(inputs.Count);
            var at = random.Next(inputs[input].Values.Length);
            var after = op.Forward([.. inputs.Select((tensor, i) => i == input ? Changed(tensor, at, change % 2 == 0 ? 9 : -9) : tensor)])!;
            var cell = inputs[input].Shape.CellAt(at);
            foreach (var reached in Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).Select(output.Shape.CellAt))
            {
                var region = op.InputRegion(input, Region.Of(reached), inputs[input].Shape);
                if (region != region.Union(Region.Of(cell))) yield return $"{reached} depends on {cell}, but says {region}";
                if (!op.Reads(reached.Unit, input)) yield return $"{reached} says that it doesn't read input {input}";
            }
        }
    }

    /// <summary>Every language has its name, its settings, and what a function means.</summary>
    public static IEnumerable<string> Words(Operator op, IReadOnlyDictionary<string, IReadOnlySet<string>> languages)
    {
        string[] keys =
        [
            op.Title.Key, .. op.Settings.Select(setting => "setting_" + setting.Key),
            .. op is IFunctionOfOne function ? [function.Meaning.Key] : (string[])[],
            .. op is IHasStatistics statistics ? [statistics.Origin.Key] : (string[])[],
        ];
        return
            from language in languages
            from key in keys
            where !language.Value.Contains(key)
            select $"{language.Key} has no word '{key}'";
    }

    private static Tensor Changed(Tensor tensor, int at, float by)
    {
        var values = tensor.Values.ToArray();
        values[at] += by;
        return new(tensor.Shape, values);
    }
}
