using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>Which part of the picture a cell depends on, computed from the graph: stride, padding and dilation included.</summary>
public static class ReceptiveField
{
    /// <summary>The region of the input that a cell depends on, unclipped: rows and columns outside the picture are padding.</summary>
    public static Region Of(NetworkGraph network, Layer layer, Cell cell) =>
        Walk(network, layer, cell, clip: false) ?? Region.All(network.Input.Shape);

    /// <summary>
    /// The part of the input that a cell depends on, padding between the layers left out: the smallest box, but for the gaps of
    /// dilated kernels. Null when the cell sees nothing but padding.
    /// </summary>
    public static Region? Seen(NetworkGraph network, Layer layer, Cell cell) => Walk(network, layer, cell, clip: true);

    /// <summary>
    /// The receptive field of every cell of a layer in one rule, for the script: cell (y, x) sees rows
    /// <c>top + y * stride</c> to that plus <c>height - 1</c>, and columns likewise.
    /// </summary>
    public static FieldSteps Steps(NetworkGraph network, Layer layer, int unit = 0)
    {
        var first = Of(network, layer, new(unit));
        var down = layer.Shape.Height > 1 ? Of(network, layer, new(unit, 1)) : first;
        var right = layer.Shape.Width > 1 ? Of(network, layer, new(unit, 0, 1)) : first;
        return new(first.Top, first.Left, first.Height, first.Width, down.Top - first.Top, right.Left - first.Left);
    }

    /// <summary>
    /// Where no one rule does, as after an upsampling: what each row and each column of a layer sees. Null where <see cref="Steps"/> does;
    /// tested at the middle and at the end.
    /// </summary>
    public static FieldTable? Table(NetworkGraph network, Layer layer, int unit = 0)
    {
        var steps = Steps(network, layer, unit);
        var (height, width) = (layer.Shape.Height, layer.Shape.Width);
        Cell[] probes = [new(unit, height / 2, width / 2), new(unit, height - 1, width - 1)];
        if (probes.All(cell => Of(network, layer, cell) is var field && (field.Top, field.Left, field.Height, field.Width)
            == (steps.Top + (cell.Row * steps.StrideDown), steps.Left + (cell.Column * steps.StrideRight), steps.Height, steps.Width))) return null;
        var picture = network.Input.Shape;
        static int[] Cut(int first, int last, int size) => [Math.Clamp(first, 0, size), Math.Clamp(last, -1, size - 1)];
        return new(
            [.. Enumerable.Range(0, height).Select(row => Of(network, layer, new(unit, row, width / 2))).Select(field => Cut(field.Top, field.Bottom, picture.Height))],
            [.. Enumerable.Range(0, width).Select(column => Of(network, layer, new(unit, height / 2, column))).Select(field => Cut(field.Left, field.Right, picture.Width))]);
    }

    private static Region? Walk(NetworkGraph network, Layer layer, Cell cell, bool clip)
    {
        var at = network.PositionOf(layer.Id);
        var regions = new Region?[at + 1];
        regions[at] = Region.Of(cell);
        for (; at > 0; at--)
        {
            if (regions[at] is not { } region) continue;
            var current = network.Layers[at];
            for (var input = 0; input < current.Inputs.Length; input++)
            {
                var source = network.PositionOf(current.Inputs[input]);
                var shape = network.Layers[source].Shape;
                var needed = current.Operator.InputRegion(input, region, shape);
                if (needed.IsEmpty || (clip && !needed.Meets(shape))) continue;
                if (clip) needed = needed.Clip(shape);
                regions[source] = regions[source]?.Union(needed) ?? needed;
            }
        }

        return regions[0];
    }
}

/// <summary>The rule of a layer's receptive fields, in pixels of the input.</summary>
public sealed record FieldSteps(int Top, int Left, int Height, int Width, int StrideDown, int StrideRight);

/// <summary>The receptive fields of a layer's rows and columns, each from its first pixel to its last, cut to the picture.</summary>
public sealed record FieldTable(ImmutableArray<int[]> Rows, ImmutableArray<int[]> Columns);
