using Convscope.Core.Fields;
using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Tests.Operators;
using Convscope.Tests.Unit.Inference;

namespace Convscope.Tests.Unit.Fields;

/// <summary>The receptive fields of every operator's models: no pixel outside a cell's field changes it, and nearly all fields are as small
/// as what changed pixels reach.</summary>
public sealed class FixtureFieldTests
{
    /// <summary>Steps, ties and numbers that cancel out hide what is read.</summary>
    private const double MostHidden = 0.04;

    private const int Pictures = 3, MostPixels = 200;

    /// <summary>As the heads of detectors: worked out cell by cell it would take minutes.</summary>
    [Fact]
    public void Of_large_maps_cut_into_many_axes_it_is_said_at_most()
    {
        using var model = new ModelBuilder().Input(1, 9, 200, 200).Longs("cut", 1, 1, 3, 3, 200, 200).Node("Reshape", "image cut", "cells")
            .Node("Sigmoid", "cells", "y").Output("y").Load();
        Assert.True(model.Network.Fields[model.Network.Output][0].IsAtMost);
    }

    [Fact]
    public void A_pixel_changes_only_what_sees_it()
    {
        var (exact, known) = (0, 0);
        var faults = new List<string>();
        foreach (var (fixture, name) in OperatorFixtures.All.Select(pair => ((string)pair[0], (string)pair[1])))
        {
            using var model = OperatorFixtures.Model(fixture, name).Load();
            if (model.Network.Input.Shape.MapSize > MostPixels) continue;
            var reached = Reached(model);
            foreach (var (layer, i) in model.Network.Layers.Skip(1).SelectMany(layer => reached[layer.Id].Select((_, i) => (layer, i))))
            {
                var cell = layer.Shape.CellAt(i);
                var field = model.Network.Fields[layer][cell.Unit];
                var (said, tried) = (field.At(cell.Row, cell.Column).Pixels, reached[layer.Id][i]);
                if (tried is { } box && !Holds(said, box)) faults.Add($"{fixture}, {name}: {layer.Id} at {cell} sees {box}, says {said}");
                if (field.IsAtMost || said is null) continue;
                known++;
                if (said == tried) exact++;
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.True(exact > (1 - MostHidden) * known, $"{exact} of {known} fields are as small as what is reached");
    }

    private static bool Holds(PixelBox? said, PixelBox box) => said is { } all
        && box.Top >= all.Top && box.Left >= all.Left && box.Bottom <= all.Bottom && box.Right <= all.Right;

    /// <summary>The pixels that changed each cell, of some pictures.</summary>
    private static Dictionary<string, PixelBox?[]> Reached(OnnxModel model)
    {
        var picture = model.Network.Input.Shape;
        var reached = model.Network.Layers.ToDictionary(layer => layer.Id, layer => new PixelBox?[layer.Shape.Count]);
        for (var seed = 0; seed < Pictures; seed++)
        {
            var given = Recompute.Picture(model.Network.Input, seed: seed);
            var before = model.Run(given);
            for (var pixel = 0; pixel < picture.MapSize; pixel++)
            {
                var changed = given.ToArray();
                for (var channel = 0; channel < picture.Units; channel++)
                    changed[(channel * picture.MapSize) + pixel] += (seed % 2 == 0 ? 3 : -3) + channel;
                Note(model.Network, before, model.Run(changed), (pixel / picture.Width, pixel % picture.Width), reached);
            }
        }

        return reached;
    }

    private static void Note(NetworkGraph network, Activations before, Activations after, (int Row, int Column) pixel,
        Dictionary<string, PixelBox?[]> reached)
    {
        foreach (var layer in network.Layers.Skip(1))
        {
            var (was, now, boxes) = (before[layer].Values, after[layer].Values, reached[layer.Id]);
            for (var i = 0; i < boxes.Length; i++)
            {
                if (was[i].Equals(now[i])) continue;
                var box = boxes[i] ?? new(pixel.Row, pixel.Column, pixel.Row, pixel.Column);
                boxes[i] = new(Math.Min(box.Top, pixel.Row), Math.Min(box.Left, pixel.Column), Math.Max(box.Bottom, pixel.Row),
                    Math.Max(box.Right, pixel.Column));
            }
        }
    }
}
