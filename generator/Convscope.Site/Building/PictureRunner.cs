using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>Decodes, resizes and scales a picture, runs the network on it and checks what it gave.</summary>
public static class PictureRunner
{
    /// <summary>Runs one picture.</summary>
    /// <exception cref="DiagnosticException">The picture can't be decoded.</exception>
    public static PictureRun Run(OnnxModel model, SiteSources sources, PictureEntry entry, Stopwatches watches)
    {
        var shape = model.Network.Input.Shape;
        var preprocessing = sources.Metadata.Preprocessing;
        Picture original;
        byte[] seen;
        Tensor input;
        using (watches.Measure("decode"))
        {
            var span = new SourceSpan(entry.Shown);
            original = PictureDecoder.Decode(File.ReadAllBytes(entry.Path), span, new DecoderLimits());
            (seen, input) = InputTensor.Of(original, shape, preprocessing, new(sources.ModelFile.Shown));
        }

        Activations activations;
        using (watches.Measure("inference")) activations = model.Run(input.Values);
        using (watches.Measure("verify"))
            return new(entry, original, seen, activations, LayerError.Measure(model.Network, activations, entry.Id));
    }
}
