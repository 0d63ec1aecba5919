using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Reading;

/// <summary>The one input that the picture goes to.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Layout">The order of its axes in the file.</param>
/// <param name="Shape">Its shape as <c>(C, H, W)</c>, whatever the layout.</param>
internal sealed record GraphInput(string Name, InputLayout Layout, Shape Shape)
{
    // A picture of 2000 by 2000 pixels in colour, and some: sixty-four channels of more could not be recorded.
    private const long MostValues = 1L << 24;

    /// <summary>Its sizes in the file's order, with a batch of one.</summary>
    public long[] Sizes => Layout == InputLayout.Nchw
        ? [1, Shape.Units, Shape.Height, Shape.Width]
        : [1, Shape.Height, Shape.Width, Shape.Units];

    /// <exception cref="DiagnosticException">CS1102 when it isn't one batch of pictures, CS1104 when a size is left open.</exception>
    public static GraphInput Find(GraphProto graph, ModelOptions options, SourceSpan file)
    {
        var constants = graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !constants.Contains(input.Name))];
        if (inputs.Length == 0) throw Plain.Unsupported("the model has no input for a picture", file);
        if (inputs.Length > 1)
        {
            var names = string.Join(", ", inputs.Take(5).Select(input => Plain.Quoted(input.Name)));
            throw Plain.Unsupported($"the model has {inputs.Length} inputs ({names}), but a picture feeds exactly one", file);
        }

        var (name, sizes) = (Plain.Quoted(inputs[0].Name), SizesOf(inputs[0], file));
        if (sizes[0] > 1)
            throw Plain.Unsupported($"the input {name} takes a batch of {sizes[0]}; export the model with a batch of 1", file);

        var layout = options.Layout ?? LayoutGuess.Of(graph, inputs[0].Name, sizes);
        var (channels, height, width) = layout == InputLayout.Nchw ? (sizes[1], sizes[2], sizes[3]) : (sizes[3], sizes[1], sizes[2]);
        if (channels < 1)
            throw Plain.Unsupported($"the input {name} leaves its number of channels open; export the model with a fixed one", file);
        height = Settle("height", height, options.Height, name, file);
        width = Settle("width", width, options.Width, name, file);
        if (Shapes.Count([channels, height, width]) is null or > MostValues)
            throw Plain.Unsupported($"the input {name} is too large: {channels} × {height} × {width}", file);
        return new(inputs[0].Name, layout, new Shape((int)channels, (int)height, (int)width));
    }

    private static long[] SizesOf(ValueInfoProto input, SourceSpan file)
    {
        var name = Plain.Quoted(input.Name);
        if (input.Type?.TensorType is not { } type) throw Plain.Unsupported($"the input {name} isn't a tensor", file);
        if ((Type)type.ElemType != Type.Float)
        {
            var given = Enum.IsDefined((Type)type.ElemType) ? ((Type)type.ElemType).ToString().ToLowerInvariant() : $"type {type.ElemType}";
            throw Plain.Unsupported($"the input {name} is {given}, but only float32 models are shown; export the model in float32", file);
        }

        long[] sizes = [.. type.Shape?.Dim.Select(dim => dim.HasDimValue ? dim.DimValue : -1) ?? []];
        if (sizes.Length == 4) return sizes;
        var shape = sizes.Length == 0 ? "no sizes" : string.Join(" × ", sizes.Select(size => size < 1 ? "?" : $"{size}"));
        throw Plain.Unsupported(
            $"the input {name} has {sizes.Length} axes ({shape}), but a batch of pictures has 4: batch, channels, height, width", file);
    }

    private static long Settle(string side, long declared, int? asked, string name, SourceSpan file)
    {
        if (declared < 1)
        {
            return asked is > 0 ? asked.Value : throw new DiagnosticException(
                DiagnosticCodes.InputMismatch,
                $"the input {name} takes any {side}; say --size 224x224, or the size it was trained with, or write `{side}: 224` under `input:` in the model's YAML file",
                file);
        }

        if (asked is null || asked == declared) return declared;
        throw new DiagnosticException(
            DiagnosticCodes.InputMismatch,
            $"a {side} of {asked} is asked for, but the input {name} is fixed to {declared}; leave the {side} out",
            file);
    }
}
