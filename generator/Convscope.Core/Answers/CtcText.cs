using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Answers;

/// <summary>What a network of text says at one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Class">The likeliest class.</param>
/// <param name="Value">Its number.</param>
/// <param name="Cell">Where that stands.</param>
/// <param name="IsKept">Whether it is a letter of the text: no blank, and not the step before again.</param>
public readonly record struct TextStep(int Step, int Class, float Value, Cell Cell, bool IsKept);

/// <summary>Reads a line of text by CTC, greedily: the likeliest class of each step, repeated ones once, blanks left out.
/// Graves et al., "Connectionist Temporal Classification", ICML 2006.</summary>
public static class CtcText
{
    /// <summary>Reads the steps.</summary>
    /// <param name="scores">A row of classes a step, (T, C), or (C, T) or (C, 1, T).</param>
    /// <param name="classes">How many classes there are, the blank among them.</param>
    /// <param name="blank">The class that is no letter.</param>
    public static ImmutableArray<TextStep> Read(Tensor scores, int classes, int blank)
    {
        var shape = scores.Shape;
        var isTurned = shape.Units == classes && shape.MapSize != classes;
        var steps = isTurned ? shape.MapSize : shape.Units;
        var read = ImmutableArray.CreateBuilder<TextStep>(steps);
        for (var step = 0; step < steps; step++)
        {
            var best = 0;
            for (var c = 1; c < classes; c++)
            {
                if (scores.Values[At(step, c)] > scores.Values[At(step, best)]) best = c;
            }

            var isKept = best != blank && (step == 0 || read[step - 1].Class != best);
            read.Add(new(step, best, scores.Values[At(step, best)], shape.CellAt(At(step, best)), isKept));
        }

        return read.MoveToImmutable();

        int At(int step, int c) => isTurned ? (c * steps) + step : (step * classes) + c;
    }
}
