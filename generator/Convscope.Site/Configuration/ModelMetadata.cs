using System.Collections.Immutable;
using Convscope.Core.Answers;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;
using Convscope.Inference;
using Convscope.Site.Loading;

namespace Convscope.Site.Configuration;

/// <summary>What the YAML file beside a model says of it. All of it is optional: a bare ONNX file will do.</summary>
public sealed record ModelMetadata
{
    /// <summary>Nothing is known.</summary>
    public static readonly ImmutableSortedDictionary<string, string> NoFacts =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Short name; the file's name otherwise.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>One paragraph on what it is.</summary>
    public string Description { get; init; } = "";

    /// <summary>The terms of the weights.</summary>
    public string Licence { get; init; } = "";

    /// <summary>One label an output, in order; empty when unknown.</summary>
    public ImmutableArray<string> Labels { get; init => field = [.. value.Select(UnicodeForm.Composed)]; } = [];

    /// <summary>Whether the labels are those that the model's own file has: they may be meant for another output than one for
    /// each.</summary>
    public bool AreLabelsOfFile { get; init; }

    /// <summary>What is known of the model that can't be computed from it, such as how it was trained and measured: numbers and texts by
    /// name.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = NoFacts;

    /// <summary>How a picture becomes the input.</summary>
    public Preprocessing Preprocessing { get; init; } = new();

    /// <summary>Whether the author says anything of the input's values.</summary>
    public bool AreValuesSaid { get; init; }

    /// <summary>What the model's own file states of the input.</summary>
    public StatedInput Stated { get; init; } = StatedInput.Nothing;

    /// <summary>The order of the input's axes, where the shape doesn't tell.</summary>
    public InputLayout? Layout { get; init; }

    /// <summary>Rows of the input, where the model leaves them open.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of the input, where the model leaves them open.</summary>
    public int? Width { get; init; }

    /// <summary>Whether batch normalisation becomes part of the convolution before it.</summary>
    public bool FoldBatchNorm { get; init; }

    /// <summary>What makes probabilities of logits; null leaves it to the network.</summary>
    public ProbabilityChoice? Probabilities { get; init; }

    /// <summary>What the output is; null leaves it to the network.</summary>
    public NetworkTask? Task { get; init; }

    /// <summary>Numbers of inputs that aren't the picture's, by name.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<double>> Inputs { get; init; } =
        ImmutableSortedDictionary.Create<string, IReadOnlyList<double>>(StringComparer.Ordinal);

    /// <summary>How the answer is read off the outputs; null leaves it to the network.</summary>
    public AnswerRecipe? Answer { get; init; }

    /// <summary>Where that is said.</summary>
    public SourceSpan? AnswerPlace { get; init; }

    /// <summary>Captions and modules by layer name; sorted, because the fingerprint of a build must not depend on an order of
    /// hashes.</summary>
    public ImmutableSortedDictionary<string, LayerNote> Layers { get; init; } =
        ImmutableSortedDictionary.Create<string, LayerNote>(StringComparer.Ordinal);

    /// <summary>The labels, where a network has an output for each; of one probability, no and yes, or only yes.</summary>
    public ImmutableArray<string> LabelsOf(NetworkGraph network) =>
        network.Output.Shape.Units == Labels.Length || (network.Output.Shape.Units == 1 && Labels.Length == 2) ? Labels : [];

    /// <summary>What is said of a layer, by any name that it has.</summary>
    public LayerNote NoteOf(Layer layer) => Layers.FirstOrDefault(pair => layer.IsCalled(pair.Key)).Value ?? LayerNote.None;

    /// <summary>What is said of layers that the network doesn't have.</summary>
    public IEnumerable<Diagnostic> UnknownLayers(NetworkGraph network) => Layers
        .Where(pair => !network.Layers.Any(layer => layer.IsCalled(pair.Key)))
        .Select(pair => Diagnostic.Error(DiagnosticCodes.UnknownLayer,
            $"the network has no layer '{pair.Key}'{Suggestion.For(pair.Key, network.Layers.Select(layer => layer.ReadableName))}", pair.Value.Place))
        .OrderBy(problem => problem.Span?.Line);

    /// <summary>What an import needs to know.</summary>
    public ModelOptions ToModelOptions() => new()
    {
        Layout = Layout, Height = Height, Width = Width, FoldBatchNorm = FoldBatchNorm, Probabilities = Probabilities, Task =
            Task, Labels = Labels.Length,
        TrainedSides = Stated.Sides,
        Inputs = Inputs,
        Names = Layers.Where(pair => pair.Value.Name.Length > 0).ToImmutableSortedDictionary(
            pair => pair.Key, pair => pair.Value.Name, StringComparer.Ordinal),
    };
}

/// <summary>What the author of a model says of one layer.</summary>
/// <param name="Caption">One sentence on what to look for.</param>
/// <param name="Module">The group of layers that it belongs to.</param>
public sealed record LayerNote(string Caption, string Module)
{
    /// <summary>Nothing is said.</summary>
    public static readonly LayerNote None = new("", "");

    /// <summary>A name in the place of the file's, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it is said.</summary>
    public SourceSpan? Place { get; init; }
}
