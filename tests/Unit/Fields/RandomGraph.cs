using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Fields;

/// <summary>
/// A small random network: branches, joins, windows of all kinds. All weights are above zero and nothing else is added, so that of a
/// picture of zeros with one pixel above zero exactly those cells differ from zero that depend on the pixel.
/// </summary>
internal sealed class RandomGraph
{
    private readonly Random _random;
    private readonly List<Map> _maps = [];

    public RandomGraph(int seed)
    {
        _random = new(seed);
        Builder.Model.IrVersion = 10;
        // With three or four columns they would be taken for channels.
        _maps.Add(new("image", From(1, 3), From(5, 12), From(5, 12)));
        Builder.Input(1, _maps[0].Units, _maps[0].Height, _maps[0].Width);
        for (var layers = From(3, 8); layers > 0;)
        {
            if (Next() is not { } map || map.Height < 1 || map.Width < 1 || map.Height * map.Width * map.Units > 4000) continue;
            _maps.Add(map);
            layers--;
        }

        Builder.Output(_maps[^1].Name);
    }

    /// <summary>Of a version in which pools that round up are declared as they are run.</summary>
    public ModelBuilder Builder { get; } = new(22);

    private string Name => $"t{Builder.Model.Graph.Node.Count}";

    private int From(int least, int most) => _random.Next(least, most + 1);

    private int[] Some(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => From(least, most))];

    private T OneOf<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private Map? Next()
    {
        var input = _random.Next(3) > 0 ? _maps[^1] : OneOf([.. _maps]);
        return _random.Next(16) switch
        {
            < 4 => Conv(input),
            4 or 5 => Pool(input),
            6 => Transposed(input),
            7 => Resized(input),
            8 or 9 => Sum(input),
            10 or 11 => Joined(input),
            12 => Padded(input),
            13 => Sliced(input),
            14 => Turned(input),
            _ => Blocks(input),
        };
    }

    private Map Add(string type, string inputs, Map map, params (string, object)[] attributes)
    {
        Builder.Node(type, inputs, map.Name, attributes);
        return map;
    }

    private Map? Conv(Map input)
    {
        int[] kernel = Some(2, 1, 4), stride = Some(2, 1, 3), dilation = Some(2, 1, 3);
        var groups = _random.Next(3) == 0 ? input.Units : 1;
        var (units, pads) = (groups == 1 ? From(1, 3) : groups * From(1, 2), Some(4, 0, _random.Next(3) == 0 ? 8 : 2));
        var extent = kernel.Select((size, i) => ((size - 1) * dilation[i]) + 1).ToArray();
        if (dilation.Max() == 1 && _random.Next(2) == 0)
        {
            // The runtime refuses dilated ones.
            var map = new Map(Name, units, Same(input.Height, stride[0]), Same(input.Width, stride[1]));
            return Add("Conv", $"{input.Name} {Weights(units, input.Units / groups, kernel)}", map,
                ("auto_pad", OneOf("SAME_UPPER", "SAME_LOWER")), ("strides", stride), ("group", groups));
        }

        var output = new Map(Name, units, Slid(input.Height, extent[0], stride[0], pads[0] + pads[2]),
            Slid(input.Width, extent[1], stride[1], pads[1] + pads[3]));
        return output.Height < 1 || output.Width < 1 ? null
            : Add("Conv", $"{input.Name} {Weights(units, input.Units / groups, kernel)}", output, ("pads", pads), ("strides", stride),
                ("dilations", dilation), ("group", groups));
    }

    private Map? Pool(Map input)
    {
        int[] kernel = Some(2, 1, 3), stride = Some(2, 1, 3), dilation = _random.Next(2) == 0 ? [1, 1] : Some(2, 1, 3);
        var type = OneOf("MaxPool", "AveragePool");
        if (_random.Next(8) == 0) return Add(OneOf("GlobalMaxPool", "GlobalAveragePool"), input.Name, new(Name, input.Units, 1, 1));
        var extent = kernel.Select((size, i) => ((size - 1) * dilation[i]) + 1).ToArray();
        if (_random.Next(4) == 0)
        {
            int Size(int size, int i) =>
                Slid(size, extent[i], stride[i], Math.Max(0, ((Same(size, stride[i]) - 1) * stride[i]) + kernel[i] - size));
            var map = new Map(Name, input.Units, Size(input.Height, 0), Size(input.Width, 1));
            return map.Height < 1 || map.Width < 1 ? null
                : Add(type, input.Name, map, ("kernel_shape", kernel), ("auto_pad", OneOf("SAME_UPPER", "SAME_LOWER")),
                    ("strides", stride), ("dilations", dilation));
        }

        int[] pads = [.. Enumerable.Range(0, 4).Select(side => _random.Next(kernel[side % 2]))];
        var ceiling = _random.Next(2);
        int Rounded(int size, int i)
        {
            var room = size + pads[i] + pads[i + 2] - extent[i];
            var count = room < 0 ? 0 : ((room + (ceiling * (stride[i] - 1))) / stride[i]) + 1;
            return ceiling == 1 && (count - 1) * stride[i] >= size + pads[i] ? count - 1 : count;
        }

        var output = new Map(Name, input.Units, Rounded(input.Height, 0), Rounded(input.Width, 1));
        return output.Height < 1 || output.Width < 1 ? null
            : Add(type, input.Name, output, ("kernel_shape", kernel), ("pads", pads), ("strides", stride), ("dilations", dilation),
                ("ceil_mode", ceiling));
    }

    private Map? Transposed(Map input)
    {
        int[] kernel = Some(2, 1, 3), stride = Some(2, 1, 3), dilation = Some(2, 1, 2), pads = Some(4, 0, 2);
        int[] extra = [.. stride.Select(step => _random.Next(step))];
        int Full(int size, int i) => ((size - 1) * stride[i]) + extra[i] + ((kernel[i] - 1) * dilation[i]) + 1;
        var units = From(1, 2);
        var weights = $"{input.Name} {Weights(input.Units, units, kernel)}";
        (string, object)[] attributes = [("strides", stride), ("dilations", dilation), ("output_padding", extra)];
        if (_random.Next(3) == 0)
        {
            int[] sizes = [Full(input.Height, 0) - _random.Next(3), Full(input.Width, 1) - _random.Next(3)];

            // The runtime doesn't load one that is to be smaller than its input.
            return sizes[0] < input.Height || sizes[1] < input.Width ? null
                : Add("ConvTranspose", weights, new(Name, units, sizes[0], sizes[1]),
                    [.. attributes, ("output_shape", sizes), ("auto_pad", OneOf("VALID", "NOTSET", "SAME_UPPER", "SAME_LOWER"))]);
        }

        var output = new Map(Name, units, Full(input.Height, 0) - pads[0] - pads[2], Full(input.Width, 1) - pads[1] - pads[3]);
        return output.Height < 1 || output.Width < 1 ? null : Add("ConvTranspose", weights, output, [.. attributes, ("pads", pads)]);
    }

    private Map Resized(Map input)
    {
        var name = Name;
        var output = new Map(name, input.Units, From(1, 14), From(1, 14));
        Builder.Longs($"{name}_sizes", 1, input.Units, output.Height, output.Width);
        return Add(
            "Resize", $"{input.Name} - - {name}_sizes", output, ("mode", OneOf("nearest", "linear")),
            ("coordinate_transformation_mode", OneOf("half_pixel", "half_pixel_symmetric", "align_corners", "asymmetric")),
            ("nearest_mode", OneOf("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")));
    }

    private Map? Sum(Map input)
    {
        var fitting = _maps.Where(map => (map.Units == input.Units || map.Units == 1) && (map.Height == input.Height || map.Height == 1)
            && (map.Width == input.Width || map.Width == 1)).ToArray();
        return Add(OneOf("Add", "Max"), $"{input.Name} {OneOf(fitting).Name}", input with { Name = Name });
    }

    private Map? Joined(Map input)
    {
        var axis = From(1, 3);
        var fitting = _maps.Where(map => (axis == 1 || map.Units == input.Units) && (axis == 2 || map.Height == input.Height)
            && (axis == 3 || map.Width == input.Width)).ToArray();
        var other = OneOf(fitting);
        var output = axis switch
        {
            1 => input with { Units = input.Units + other.Units },
            2 => input with { Height = input.Height + other.Height },
            _ => input with { Width = input.Width + other.Width },
        };
        return Add("Concat", $"{input.Name} {other.Name}", output with { Name = Name }, ("axis", axis));
    }

    private Map? Padded(Map input)
    {
        var mode = OneOf("constant", "edge", "reflect");
        var least = mode == "constant" ? -1 : 0;
        int[] pads = [0, mode == "constant" ? From(0, 1) : 0, From(least, 2), From(least, 2), 0, 0, From(least, 2), From(least, 2)];
        if (mode == "reflect" && Math.Min(input.Height, input.Width) < 3) return null;
        var output = new Map(Name, input.Units + pads[1], input.Height + pads[2] + pads[6], input.Width + pads[3] + pads[7]);
        if (output.Height < 1 || output.Width < 1 || input.Height + Math.Min(0, pads[2]) + Math.Min(0, pads[6]) < 1
            || input.Width + Math.Min(0, pads[3]) + Math.Min(0, pads[7]) < 1) return null;
        Builder.Longs($"{output.Name}_pads", [.. pads.Select(pad => (long)pad)]);
        return Add("Pad", $"{input.Name} {output.Name}_pads", output, ("mode", mode));
    }

    private Map? Sliced(Map input)
    {
        var (start, step) = (_random.Next(input.Height), From(1, 2));
        var name = Name;
        Builder.Longs($"{name}_starts", start).Longs($"{name}_ends", 99).Longs($"{name}_axes", 2).Longs($"{name}_steps", step);
        return Add("Slice", $"{input.Name} {name}_starts {name}_ends {name}_axes {name}_steps",
            input with { Name = name, Height = (input.Height - start + step - 1) / step });
    }

    private Map Turned(Map input) => _random.Next(2) == 0
        ? Add("Transpose", input.Name, new(Name, input.Units, input.Width, input.Height), ("perm", new[] { 0, 1, 3, 2 }))
        : Add("Transpose", input.Name, new(Name, input.Height, input.Units, input.Width), ("perm", new[] { 0, 2, 1, 3 }));

    private Map? Blocks(Map input)
    {
        if (input.Units % 4 == 0)
            return Add("DepthToSpace", input.Name, new(Name, input.Units / 4, input.Height * 2, input.Width * 2), ("blocksize", 2),
            ("mode", OneOf("DCR", "CRD")));
        if (input.Height % 2 == 0 && input.Width % 2 == 0)
            return Add("SpaceToDepth", input.Name, new(Name, input.Units * 4, input.Height / 2, input.Width / 2), ("blocksize", 2));
        var name = Name;
        Builder.Longs($"{name}_shape", 1, input.Units, input.Width, input.Height);
        return Add("Reshape", $"{input.Name} {name}_shape", new(name, input.Units, input.Width, input.Height));
    }

    private string Weights(int units, int inputs, int[] kernel)
    {
        var name = $"w{Builder.Model.Graph.Initializer.Count}";
        var values = Enumerable.Range(0, units * inputs * kernel[0] * kernel[1]).Select(_ => 0.5f + _random.NextSingle());
        Builder.Floats(name, [units, inputs, kernel[0], kernel[1]], [.. values]);
        return name;
    }

    private static int Same(int size, int stride) => (size + stride - 1) / stride;

    private static int Slid(int size, int extent, int stride, int padding) =>
        size + padding < extent ? 0 : ((size + padding - extent) / stride) + 1;

    private sealed record Map(string Name, int Units, int Height, int Width);
}
