using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;
using Convscope.Core.Operators;
using Convscope.Inference;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Cli.Reporting;

/// <summary>
/// What <c>convscope inspect</c> says of a model. Serialised with names in camel case it is the form of <c>--json</c>, which changes
/// only with <see cref="Schema"/>: programs read it.
/// </summary>
public sealed record Inspection
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Version of the form.</summary>
    public int Schema { get; } = 1;

    /// <summary>The file as it was named.</summary>
    public required string File { get; init; }

    /// <summary>The graph's name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The program that wrote it, or empty.</summary>
    public required string Producer { get; init; }

    /// <summary>Version of ONNX's operator set.</summary>
    public required long Opset { get; init; }

    /// <summary>Order of the input's axes in the file, <c>NCHW</c> or <c>NHWC</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>What is done to a picture before the network gets it, in order: keys and values as in the YAML file.</summary>
    public required ImmutableArray<RecipeEntry> Recipe { get; init; }

    /// <summary>Ids of the layers that take the picture: one.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>Ids of the layers that no other reads.</summary>
    public required ImmutableArray<string> Outputs { get; init; }

    /// <summary>What the main output is, and how that is known.</summary>
    public required InspectedOutput Output { get; init; }

    /// <summary>All layers in order.</summary>
    public required ImmutableArray<InspectedLayer> Layers { get; init; }

    /// <summary>Sums.</summary>
    public required InspectedTotals Totals { get; init; }

    /// <summary>What canonicalisation changed of the file's graph, in order.</summary>
    public required ImmutableArray<GraphChange> Changes { get; init; }

    /// <summary>Reasons to think that the recipe isn't the one of the training, each with what mends it.</summary>
    public required ImmutableArray<string> Doubts { get; init; }

    /// <summary>Inspects a model.</summary>
    public static Inspection Of(OnnxModel model, string file, ModelMetadata metadata)
    {
        var recipe = metadata.Preprocessing;
        var network = model.Network;
        ImmutableArray<InspectedLayer> layers = [.. network.Layers.Select(layer => InspectedLayer.Of(network, layer))];
        var cost = Cost.Of(network);
        var explained = layers.Count(layer => layer.Explained);
        return new()
        {
            File = file, Name = network.Name, Sha256 = model.Sha256, Producer = model.Producer, Opset = model.OpsetVersion,
            Layout = model.DeclaredLayout == InputLayout.Nchw ? "NCHW" : "NHWC",
            Recipe = RecipeText.Of(recipe),
            Inputs = [network.Input.Id], Outputs = [.. network.Layers.Where(layer => !network.ReadersOf(layer).Any())
                .Select(layer => layer.Id)],
            Output = new(network.Output.Id, OutputWords.Of(network.Meaning.Task), network.Meaning.Probabilities.ToString()
                .ToLowerInvariant(), network.Meaning.Reason),
            Layers = layers,
            Totals = new(layers.Length, cost.Parameters, cost.MultiplyAdds, explained,
                layers.Length - explained)
            { NotCounted = cost.NotCounted },
            Changes = model.Changes,
            Doubts = [.. RecipeDoubts.Of(network, recipe, metadata.Stated).Select(doubt => doubt.Message)],
        };
    }

    /// <summary>The form of <c>--json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>One layer.</summary>
/// <param name="Id">Its id, as in the site's addresses.</param>
/// <param name="Name">The model's own name for it.</param>
/// <param name="Kind">The word for its operator in addresses and <c>data-equation</c>.</param>
/// <param name="Operator">The operator's name for people; of a generic one, ONNX's.</param>
/// <param name="Explained">Whether its pages have an equation; otherwise they show pictures only.</param>
/// <param name="Inputs">Ids of the layers it reads.</param>
/// <param name="Shape">Sizes of what it gives, without the batch.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="MultiplyAdds">Products added up for one picture; null where that isn't known.</param>
/// <param name="ReceptiveField">Rows and columns of the picture that a cell depends on, of the cell that sees most; padding doesn't
/// count.</param>
/// <param name="SmallestReceptiveField">The same of the unit that sees least: another one where branches of unequal windows are
/// joined.</param>
/// <param name="ReceptiveFieldAtMost">Whether a layer without an equation lies before it, so that its cells see this much or less.</param>
public sealed record InspectedLayer(
    string Id, string Name, string Kind, string Operator, bool Explained, ImmutableArray<string> Inputs, ImmutableArray<int> Shape,
    long Parameters, long? MultiplyAdds, ImmutableArray<int> ReceptiveField, ImmutableArray<int> SmallestReceptiveField,
        bool ReceptiveFieldAtMost)
{
    /// <summary>Inspects a layer.</summary>
    public static InspectedLayer Of(NetworkGraph network, Layer layer)
    {
        var (op, field) = (layer.Operator, network.Fields[layer]);
        var (most, least) = (field.Largest, field.Smallest);
        return new(
            layer.Id, layer.Name, op.Kind, Words.English.Heading(op.Title), op is not IUnexplained, layer.Inputs,
            layer.Shape.Sizes, layer.Parameters,
            Cost.ProductsOf(network, layer), [most.Height, most.Width], [least.Height, least.Width], field.IsAtMost);
    }
}

/// <summary>The main output.</summary>
/// <param name="Layer">Id of its layer.</param>
/// <param name="Task">What it is, as the key <c>task</c> names it.</param>
/// <param name="Probabilities"><c>none</c>, <c>given</c>, <c>derived</c>, or <c>assumed</c>: derived where only likely logits are.</param>
/// <param name="Reason">How that is known.</param>
public sealed record InspectedOutput(string Layer, string Task, string Probabilities, string Reason);

/// <summary>Sums over all layers.</summary>
/// <param name="Layers">How many.</param>
/// <param name="Parameters">Weights and biases, each once, however many layers work with it.</param>
/// <param name="MultiplyAdds">Products added up for one picture, by the layers of which that is known.</param>
/// <param name="Explained">Layers whose pages have equations.</param>
/// <param name="Generic">Layers whose pages show pictures only.</param>
public sealed record InspectedTotals(int Layers, long Parameters, long MultiplyAdds, int Explained, int Generic)
{
    /// <summary>Layers whose products aren't counted, so that there are at least so many.</summary>
    public int NotCounted { get; init; }
}
