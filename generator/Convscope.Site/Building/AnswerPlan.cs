using System.Collections.Immutable;
using Convscope.Core.Answers;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Site.Configuration;

namespace Convscope.Site.Building;

/// <summary>How a network's answer is drawn: from what its author says, or where the network leaves no doubt.</summary>
/// <param name="Recipe">How it is read.</param>
/// <param name="Layer">The layer that it is read off.</param>
/// <param name="Boxes">Of boxes, the layer of their places; else the same.</param>
/// <param name="Labels">The classes; of text, those of the letters.</param>
public sealed record AnswerPlan(AnswerRecipe Recipe, Layer Layer, Layer Boxes, ImmutableArray<string> Labels)
{
    /// <summary>Finds it; null where nothing is known.</summary>
    /// <exception cref="DiagnosticException">What the author says doesn't fit the network.</exception>
    public static AnswerPlan? Of(NetworkGraph network, ModelMetadata metadata)
    {
        if ((metadata.Answer ?? Known(network, metadata)) is not { } recipe) return null;
        var place = metadata.AnswerPlace;
        if (recipe.Kind == AnswerKind.Boxes)
        {
            var boxes = recipe.Boxes.Length > 0 ? Called(network, recipe.Boxes, place)
                : Outputs(network).FirstOrDefault(layer => layer.Shape.Sizes is [> 1, 4] && layer.IsCalled("boxes"))
                    ?? Outputs(network).FirstOrDefault(layer => layer.Shape.Sizes is [> 1, 4])
                    ?? throw Wrong("boxes need an output of N × 4 numbers; name its layer with `boxes:`", place);
            var scores = recipe.Scores.Length > 0 ? Called(network, recipe.Scores, place)
                : Outputs(network).FirstOrDefault(layer => layer != boxes && layer.Shape.Sizes.Length == 2
                    && layer.Shape.Units == boxes.Shape.Units)
                    ?? throw Wrong($"boxes need an output of {boxes.Shape.Units} × C scores; name its layer with `scores:`", place);
            if (boxes.Shape.Sizes is not [_, 4] || scores.Shape.Sizes.Length != 2 || scores.Shape.Units != boxes.Shape.Units)
                throw Wrong($"the boxes of '{boxes.ShownName}' are {boxes.Shape}, the scores of '{scores.ShownName}' {scores.Shape}; "
                    + "N × 4 and N × C are needed", place);
            return new(recipe, scores, boxes, metadata.Labels);
        }

        var output = recipe.Scores.Length > 0 ? Called(network, recipe.Scores, place) : network.Output;
        if (Problem(recipe, output, metadata.Labels.Length) is { } problem)
            throw Wrong($"{problem}, but '{output.ShownName}' gives {output.Shape}", place);
        return new(recipe, output, output, metadata.Labels);
    }

    /// <summary>What no one needs to say: a network that shares out every place among classes, one with a label a channel, a detector
    /// whose file lists its classes, embeddings.</summary>
    private static AnswerRecipe? Known(NetworkGraph network, ModelMetadata metadata)
    {
        var (shape, task) = (network.Output.Shape, network.Meaning.Task);
        var isMap = shape.Sizes.Length == 3 && shape.MapSize > 1;
        if (isMap && shape.Units > 1
            && (network.Output.Operator is ISharesOut { AlongColumns: false } || metadata.Labels.Length == shape.Units))
            return new(AnswerKind.Mask);
        if (task == NetworkTask.Embedding && shape.IsVector) return new(AnswerKind.Distances);
        if (task != NetworkTask.Detector || !metadata.AreLabelsOfFile || shape.Sizes.Length != 2) return null;
        var labels = metadata.Labels.Length;
        return shape.Units == labels + 4 && shape.Width > shape.Units ? new(AnswerKind.YoloV8)
            : shape.Width == labels + 5 && shape.Units > shape.Width ? new(AnswerKind.YoloV5) : null;
    }

    /// <summary>What an output would have to be that isn't it.</summary>
    private static string? Problem(AnswerRecipe recipe, Layer output, int labels)
    {
        var shape = output.Shape;
        return recipe.Kind switch
        {
            AnswerKind.YoloV5 when shape.Sizes is not [_, > 5] => "boxes of this kind are N × (5 + classes)",
            AnswerKind.YoloV8 when shape.Sizes is not [> 4, _] => "boxes of this kind are (4 + classes) × N",
            AnswerKind.Mask when shape.Sizes.Length != 3 => "a mask is read off maps, C × H × W",
            AnswerKind.Points when shape.MapSize != 1 || shape.Count % 2 != 0 => "points are pairs of numbers",
            AnswerKind.Picture when shape.Sizes is not [1 or 3, _, _] => "a picture has one channel or three",
            AnswerKind.Distances when shape.MapSize != 1 => "distances are those of lists of numbers",
            AnswerKind.Text when labels == 0 => "a text needs `labels:`, a letter each",
            AnswerKind.Text when Classes(output, labels) == 0 =>
                $"a text of {labels} letters is read off steps of {labels + 1} numbers, or of {labels} with the blank among them",
            _ => null,
        };
    }

    /// <summary>How many classes a step of a text has, the blank among them; 0 where the shape fits no number of labels.</summary>
    public static int Classes(Layer output, int labels) =>
        new[] { labels + 1, labels }.FirstOrDefault(count => output.Shape.MapSize == count || output.Shape.Units == count);

    private static IEnumerable<Layer> Outputs(NetworkGraph network) => network.Outputs.Select(id => network[id]);

    private static Layer Called(NetworkGraph network, string name, SourceSpan? place) =>
        network.Layers.FirstOrDefault(layer => layer.IsCalled(name)) ?? throw new DiagnosticException(DiagnosticCodes.UnknownLayer,
            $"the network has no layer '{name}'{Suggestion.For(name, network.Layers.Select(layer => layer.ReadableName))}", place);

    private static DiagnosticException Wrong(string problem, SourceSpan? place) =>
        new(DiagnosticCodes.BadValue, $"'answer': {problem}", place);
}
