using Convscope.Core.Comparing;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>Another file's network, which is given the pictures that the site's own is given.</summary>
public sealed class ComparedModel : IDisposable
{
    private readonly OnnxModel _model;
    private readonly ComparedFile _file;

    private ComparedModel(OnnxModel model, ComparedFile file, LayerPairing pairing, (string Model, string Other) names) =>
        (_model, _file, Pairing, Names) = (model, file, pairing, names);

    /// <summary>Its network.</summary>
    public NetworkGraph Network => _model.Network;

    /// <summary>What is said of it.</summary>
    public ModelMetadata Metadata => _file.Metadata;

    /// <summary>Whether its pictures are prepared otherwise.</summary>
    public bool HasOwnRecipe => _file.HasOwnRecipe;

    /// <summary>SHA-256 of the file.</summary>
    public string Sha256 => _model.Sha256;

    /// <summary>Which layers are partners; the site's own come first.</summary>
    public LayerPairing Pairing { get; }

    /// <summary>What pages call the site's file and this one.</summary>
    public (string Model, string Other) Names { get; }

    /// <summary>Loads it; null where there is nothing to compare.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="network">The site's own network.</param>
    /// <exception cref="DiagnosticException">It can't be loaded, or doesn't take the pictures that the site's own takes.</exception>
    public static ComparedModel? Load(SiteSources sources, NetworkGraph network)
    {
        if (sources.Compared is not { } file) return null;
        var (span, input) = (new SourceSpan(file.File.Shown), network.Input.Shape);
        var options = file.Metadata.ToModelOptions() with { Folder = Path.GetDirectoryName(file.File.Full) };
        if (input.Sizes.Length == 3)
            options = options with { TrainedSides = (input.Height, input.Width) };
        var model = OnnxModel.Load(file.Bytes.Take(), span, options);
        try
        {
            Check(model, file, network.Input.Shape, sources.ModelFile.Shown);
            return new(model, file, LayerPairing.Of(network, model.Network), ComparedFile.NamesOf(sources.ModelFile, file.File));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Runs a picture.</summary>
    /// <param name="run">The site's own network's run: with the same recipe its input is taken as it is.</param>
    public Activations Run(PictureRun run, Layer input)
    {
        if (!HasOwnRecipe) return _model.Run(run.Activations[input].Values);
        var recipe = Metadata.Preprocessing;
        var decoded = PictureDecoder.Decode(File.ReadAllBytes(run.Entry.Path), new(run.Entry.Shown), new DecoderLimits(),
            recipe.Orientation);
        return _model.Run(InputTensor.Of(decoded, Network.Input.Shape, recipe, new(_file.File.Shown)).Input.Values);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private static void Check(OnnxModel model, ComparedFile file, Shape shape, string shown)
    {
        var (input, recipe, span) = (model.Network.Input.Shape, file.Metadata.Preprocessing, new SourceSpan(file.File.Shown));
        if (!input.Equals(shape))
        {
            throw new DiagnosticException(DiagnosticCodes.InputMismatch,
                $"its input is {input}, but that of '{shown}' is {shape}; only networks that read the same pictures can be compared", span);
        }

        if (file.HasOwnRecipe) InputTensor.From(new byte[input.MapSize * 3], input.Height, input.Width, recipe, input.Units, span);
        var value = recipe.Apply(255, 0);
        if (model.TakesWholeNumbers && (value != Math.Round(value) || Math.Abs(recipe.Scale) < 0.5))
        {
            throw new DiagnosticException(DiagnosticCodes.InputMismatch,
                $"its input takes whole numbers, but the pictures of '{shown}' are prepared as fractions; "
                + $"write how its own are prepared under `input:` in '{Path.ChangeExtension(file.File.Shown, ".yaml")}', "
                + "such as `scale: 1`",
                span);
        }
    }
}
