using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Site.Building;

/// <summary>Decodes, resizes and scales a picture and runs the network on it; may be called from several threads.</summary>
public sealed class PictureRunner(OnnxModel model, SiteSources sources, StagedSite staged, Stopwatches watches)
{
    /// <summary>A picture's first turn: checks what the network gave, measures it, and writes the picture itself.</summary>
    /// <exception cref="DiagnosticException">The picture can't be decoded.</exception>
    public (PictureRun Run, PictureSurvey Survey) Survey(PictureEntry entry, ParallelOptions threads)
    {
        var decoded = Decode(entry);
        var run = Run(entry, decoded);
        var network = model.Network;
        using (watches.Measure("verify"))
        {
            var activity = UnitActivity.Of(network, run.Activations);
            var errors = LayerError.Measure(network, run.Activations, entry.Id, threads);
            return (run, new(entry, Write(entry, decoded), Output(run), activity,
                errors)
            {
                NotFinite = NotFinite.Of(network, run.Activations, entry.Id),
                Optimised = OptimisedAnswer.Of(run.Activations[network.Output].Values, model.AnswerOptimised(decoded.Input.Values)),
            });
        }
    }

    /// <summary>A picture's second turn.</summary>
    public PictureRun Run(PictureEntry entry) => Run(entry, Decode(entry));

    private float[] Output(PictureRun run)
    {
        var output = model.Network.Output;
        return output.Shape.MapSize == 1 && run.Activations[output].NotFinite == 0 ? run.Activations[output].Values : [];
    }

    private PictureRun Run(PictureEntry entry, Decoded decoded)
    {
        using (watches.Measure("inference"))
            return new(entry, PictureOrigin.Of(decoded.Original), decoded.Seen, model.Run(decoded.Input.Values));
    }

    private PictureFiles Write(PictureEntry entry, Decoded decoded)
    {
        using (watches.Measure("render"))
            return PictureFiles.Write(staged, entry.Id, decoded.Original, decoded.Seen, model.Network.Input.Shape,
                sources.Metadata.Preprocessing);
    }

    private Decoded Decode(PictureEntry entry)
    {
        using (watches.Measure("decode"))
        {
            var shape = model.Network.Input.Shape;
            var preprocessing = sources.Metadata.Preprocessing;
            var span = new SourceSpan(entry.Shown);
            var original = PictureDecoder.Decode(File.ReadAllBytes(entry.Path), span, new DecoderLimits(), preprocessing.Orientation);
            var (seen, input) = InputTensor.Of(original, shape, preprocessing, new(sources.ModelFile.Shown));
            return new(original, seen, input);
        }
    }

    private sealed record Decoded(Picture Original, byte[] Seen, Tensor Input);
}
