using Convscope.Core.Explain;
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
        var cells = Enumerable.Range(0, Cells).Select(_ => output.Shape.CellAt(random.Next(output.Values.Length))).ToArray();
        var explained = cells.Select(cell => op.Explain(inputs, output, cell)).OfType<Explanation>().ToArray();
        foreach (var fault in Dropped(op, inputs, output, explained)) yield return fault;
        foreach (var e in explained)
        {
            var cell = e.At;
            foreach (var fault in Readding.Faults(e, formula)) yield return fault;
            if (!e.Result.Exact.Equals(output[cell])) yield return $"at {cell} the equation ends in {e.Result.Exact}";
            foreach (var part in e.Parts.Where(part => part.Input >= 0))
            {
                if (part.Terms.Any(term => term.X.Exact != (term.IsPadding ? 0 : inputs[part.Input][term.From])))
                    yield return $"at {cell} an operand isn't what input {part.Input} holds";
            }
        }
    }

    /// <summary>Digits that other cells show are left out only where rounding explains that operands don't give them.</summary>
    private static IEnumerable<string> Dropped(Operator op, IReadOnlyList<Tensor> inputs, Tensor output, Explanation[] explained)
    {
        if (explained.Length == 0 || op.Forward(inputs) is not { } own) return [];
        var bounds = op.Bounds(inputs, own);
        var most = explained.Max(e => e.Result.Decimals);
        return explained.Where(e => e.Result.Decimals < most
                && bounds[output.Shape.IndexOf(e.At)] < 0.3 * Tens.Power(-e.Result.Decimals - 1))
            .Select(e => $"at {e.At} the equation gives {e.Result.Decimals} decimals of {most}");
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
            .. op.Settings.SelectMany(setting => KeysOf(setting.Value)),
            .. op is IFunctionOfOne function ? [function.Meaning.Key] : (string[])[],
            .. op is IHasStatistics statistics ? [statistics.Origin.Key] : (string[])[],
        ];
        return
            from language in languages
            from key in keys
            where !language.Value.Contains(key)
            select $"{language.Key} has no word '{key}'";
    }

    private static IEnumerable<string> KeysOf(Phrase phrase) => phrase.Values.OfType<Phrase>().SelectMany(KeysOf)
        .Concat(phrase.Key is Phrase.NameKey or Phrase.ListKey or Phrase.AsItIsKey ? [] : [phrase.Key]);

    private static Tensor Changed(Tensor tensor, int at, float by)
    {
        var values = tensor.Values.ToArray();
        values[at] += by;
        return new(tensor.Shape, values);
    }
}
