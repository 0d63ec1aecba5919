using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Reading;

/// <summary>
/// An input with fewer axes than a batch of maps: a vector that a grey or coloured picture can be laid out as, or maps without
/// a batch or without channels.
/// </summary>
internal static class VectorInput
{
    /// <summary>Fewer pixels a side are measurements, no picture.</summary>
    private const long SmallestSide = 8;

    /// <summary>The input that a picture is laid out as.</summary>
    /// <exception cref="DiagnosticException">CS1102 when no picture fits.</exception>
    public static GraphInput Of(string name, long[] sizes, ModelOptions options, SourceSpan file)
    {
        var layout = options.Layout ?? InputLayout.Nchw;
        var batch = Math.Max(1, sizes[0]);
        switch (sizes)
        {
            case [_, > 0 and var count] when ChannelsOf(count, options) is { } fit:
                return new(name, layout, GraphInput.ShapeOf(name, fit.Channels, fit.Height, fit.Width, file), [1, count], batch);
            case [(1 or 3) and var channels, >= SmallestSide and var height, >= SmallestSide and var width]:
                return new(name, InputLayout.Nchw, GraphInput.ShapeOf(name, channels, height, width, file), sizes, 1);
            case [>= SmallestSide and var height, >= SmallestSide and var width, (1 or 3) and var channels]:
                return new(name, InputLayout.Nhwc, GraphInput.ShapeOf(name, channels, height, width, file), sizes, 1);
            case [_, >= SmallestSide and var height, >= SmallestSide and var width]:
                return new(name, InputLayout.Nchw, GraphInput.ShapeOf(name, 1, height, width, file), [1, height, width], batch);
            case [_, > 0 and var count]:
                throw ModelText.Unsupported(
                    $"the input {ModelText.Quoted(name)} takes a vector of {count} numbers; if it is a picture laid out in a row, write its `height:` and `width:` under `input:` in the model's YAML file",
                    file);
            default:
                throw ModelText.Unsupported(
                    $"the input {ModelText.Quoted(name)} has the sizes {Text(sizes)}, which no picture fits; a batch of pictures has batch, channels, height and width", file);
        }
    }

    /// <summary>Sizes for people; an open one is a question mark.</summary>
    public static string Text(long[] sizes) => string.Join(" × ", sizes.Select(size => size < 1 ? "?" : $"{size}"));

    private static (long Channels, long Height, long Width)? ChannelsOf(long count, ModelOptions options)
    {
        if ((options.Height ?? options.Width) is { } any)
        {
            long height = options.Height ?? any, width = options.Width ?? any;
            return height > 0 && width > 0 && count % (height * width) == 0 ? (count / (height * width), height, width) : null;
        }

        foreach (var channels in new[] { 1L, 3L })
        {
            var side = (long)Math.Round(Math.Sqrt(count / (double)channels));
            if (side >= SmallestSide && side * side * channels == count) return (channels, side, side);
        }

        return null;
    }
}
