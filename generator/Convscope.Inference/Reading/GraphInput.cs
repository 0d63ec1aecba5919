using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference.Onnx;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Reading;

/// <summary>The one input that the picture goes to.</summary>
/// <param name="Source">Its name in the file.</param>
/// <param name="Layout">The order of its axes in the file.</param>
/// <param name="Shape">Its shape as <c>(C, H, W)</c>, whatever the layout.</param>
/// <param name="FileSizes">The sizes that the file's own tensor has for one picture: four axes, or others.</param>
/// <param name="Batch">The batch that the file declares; 1 when it leaves it open.</param>
internal sealed record GraphInput(string Source, InputLayout Layout, Shape Shape, long[] FileSizes, long Batch)
{
    // A picture of 2000 by 2000 pixels in colour, and some: sixty-four channels of more could not be recorded.
    private const long MostValues = 1L << 24;

    /// <summary>Sides to try where the model takes any, the usual first.</summary>
    private static readonly int[] UsualSides = [224, 256, 128, 64, 32, 28, 299, 384, 512, 96, 192, 160, 320, 416, 640];

    /// <summary>The type of the file's own tensor; whole numbers are made of the fractions that are fed.</summary>
    public Type FileType { get; init; } = Type.Float;

    /// <summary>The least and the largest number that the file takes; null where it takes fractions.</summary>
    public (int Low, int High)? Range => FileType switch
    {
        Type.Uint8 => (byte.MinValue, byte.MaxValue),
        Type.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        _ => null,
    };

    /// <summary>The tensor that is fed: the file's own if it takes a batch of maps of fractions, else one that is made to fit it.</summary>
    public string Name => FileSizes.Length == 4 && FileType == Type.Float ? Source : $"{Source}/picture";

    /// <summary>The sizes fed, in the file's order, with a batch of one.</summary>
    public long[] Sizes => Layout == InputLayout.Nchw
        ? [1, Shape.Units, Shape.Height, Shape.Width]
        : [1, Shape.Height, Shape.Width, Shape.Units];

    /// <summary>The input, once for each pair of sides worth trying in turn; only one where the sides are known.</summary>
    /// <exception cref="DiagnosticException">CS1102 when no picture fits, CS1104 when what the author asks for contradicts the
    /// file.</exception>
    public static IReadOnlyList<GraphInput> Find(GraphProto graph, IReadOnlySet<string> weights, ModelOptions options, SourceSpan file)
    {
        var constants = graph.Initializer.Select(tensor => tensor.Name).Concat(weights).ToHashSet(StringComparer.Ordinal);
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !constants.Contains(input.Name))];
        if (inputs.Length == 0) throw ModelText.Unsupported("the model has no input for a picture", file);
        if (inputs.Length > 1)
        {
            var names = string.Join(", ", inputs.Take(5).Select(input => ModelText.Quoted(input.Name)));
            throw ModelText.Unsupported(
                $"the model has {inputs.Length} inputs ({names}), but a picture feeds exactly one; give each other one its numbers in the model's "
                + $"YAML file, such as `inputs: {{{NotThePicture(inputs)}: 1}}`", file);
        }

        var (name, sizes) = (ModelText.Quoted(inputs[0].Name), SizesOf(inputs[0], file));
        var type = (Type)inputs[0].Type.TensorType.ElemType;
        if (sizes.Length < 4) return [VectorInput.Of(inputs[0].Name, sizes, options, file) with { FileType = type }];
        var layout = options.Layout ?? LayoutGuess.Of(graph, inputs[0].Name, sizes);
        var (channels, height, width) = layout == InputLayout.Nchw ? (sizes[1], sizes[2], sizes[3]) : (sizes[3], sizes[1], sizes[2]);
        if (channels < 1)
            throw ModelText.Unsupported($"the input {name} leaves its number of channels open; export the model with a fixed one", file);
        if (height == 1 && width == 1)
            throw ModelText.Unsupported(
                $"the input {name} takes {channels} numbers for a single pixel, which is no picture (a generator's seed?)", file);
        var sides = Sides(Settle("height", height, options.Height, name, file), Settle("width", width, options.Width, name, file),
            options.TrainedSides);
        return [.. sides.Select(side =>
            Make(inputs[0].Name, layout, [channels, side.Height, side.Width], Math.Max(1, sizes[0]), file) with { FileType = type })];
    }

    /// <summary>The same input with as many rows as columns, of another number.</summary>
    public GraphInput OfSide(int side, SourceSpan file) =>
        Make(Source, Layout, [Shape.Units, side, side], Batch, file) with { FileType = FileType };

    /// <summary>The name of an input that isn't likely to be the picture's: the one with the fewest axes.</summary>
    private static string NotThePicture(ValueInfoProto[] inputs) =>
        ModelText.Bare(inputs.Skip(1).Append(inputs[0]).MinBy(input => input.Type?.TensorType?.Shape?.Dim.Count ?? 0)!.Name);

    /// <summary>An input, if it isn't larger than can be recorded.</summary>
    public static Shape ShapeOf(string name, long channels, long height, long width, SourceSpan file) =>
        Shapes.Count([channels, height, width]) is null or > MostValues
            ? throw ModelText.Unsupported($"the input {ModelText.Quoted(name)} is too large: {channels} × {height} × {width}", file)
            : new((int)channels, (int)height, (int)width);

    private static GraphInput Make(string name, InputLayout layout, long[] sizes, long batch, SourceSpan file)
    {
        var input = new GraphInput(name, layout, ShapeOf(name, sizes[0], sizes[1], sizes[2], file), [], batch);
        return input with { FileSizes = input.Sizes };
    }

    private static long[] SizesOf(ValueInfoProto input, SourceSpan file)
    {
        var name = ModelText.Quoted(input.Name);
        if (input.Type?.TensorType is not { } type) throw ModelText.Unsupported($"the input {name} isn't a tensor", file);
        if ((Type)type.ElemType is not (Type.Float or Type.Uint8 or Type.Int8))
        {
            var given = Enum.IsDefined((Type)type.ElemType) ? ((Type)type.ElemType).ToString().ToLowerInvariant() : $"type {type.ElemType}";
            throw ModelText.Unsupported(
                $"the input {name} is {given}, but a picture is made of fractions or bytes; only float, uint8 and int8 inputs are shown",
                    file);
        }

        long[] sizes = [.. type.Shape?.Dim.Select(dim => dim.HasDimValue ? dim.DimValue : -1) ?? []];
        if (sizes.Length is >= 2 and <= 4) return sizes;
        var shape = sizes.Length == 0 ? "no sizes" : VectorInput.Text(sizes);
        throw ModelText.Unsupported(
            $"the input {name} has {sizes.Length} axes ({shape}), but a batch of pictures has 4: batch, channels, height, width", file);
    }

    /// <summary>What is open is tried: what the file says, then as long as the other side, or the usual sides.</summary>
    private static IEnumerable<(long Height, long Width)> Sides(long? height, long? width, (int Height, int Width)? trained) =>
        (height, width) switch
        {
            ({ } h, { } w) => [(h, w)],
            ({ } h, null) => [(h, h), .. UsualSides.Select(side => (h, (long)side))],
            (null, { } w) => [(w, w), .. UsualSides.Select(side => ((long)side, w))],
            _ => [.. trained is { } said ? [(said.Height, said.Width)] : Array.Empty<(long, long)>(),
            .. UsualSides.Select(side => ((long)side, (long)side))],
        };

    private static long? Settle(string side, long declared, int? asked, string name, SourceSpan file)
    {
        if (declared < 1) return asked;
        if (asked is null || asked == declared) return declared;
        throw new DiagnosticException(
            DiagnosticCodes.InputMismatch,
            $"a {side} of {asked} is asked for, but the input {name} is fixed to {declared}; leave the {side} out",
            file);
    }
}
