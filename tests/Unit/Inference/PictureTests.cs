using System.Text.Json;
using SkiaSharp;

namespace Convscope.Tests.Unit.Inference;

public sealed class PictureTests
{
    [Theory]
    [InlineData("cnnx-nchw.onnx")]
    [InlineData("cnnx-nhwc.onnx")]
    public void Ten_pictures_give_the_published_outputs(string name)
    {
        using var model = Fixture.Load(name);
        using var expected = JsonDocument.Parse(File.ReadAllText(Fixture.PathOf("expected.json")));
        var labels = File.ReadAllLines(Fixture.PathOf("labels.txt"));
        var pictures = expected.RootElement.EnumerateObject().ToArray();
        Assert.Equal(10, pictures.Length);
        foreach (var picture in pictures)
        {
            var activations = model.Run(Decode(Fixture.PathOf($"images/{picture.Name}.jpeg")));
            var (logits, probabilities) = (activations[model.Network["output"]].Values, activations[model.Network["softmax"]].Values);
            var published = picture.Value.GetProperty("logits").EnumerateArray().Select(value => value.GetSingle());
            Assert.All(published.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-2f));

            var label = picture.Value.GetProperty("label").GetString();
            Assert.Equal(label, labels[Array.IndexOf(probabilities, probabilities.Max())]);
            Assert.Equal(picture.Value.GetProperty("p").GetSingle(), probabilities.Max(), 1e-3f);
            var cell = activations[model.Network["conv_1_2"]][5, 10, 12];
            Assert.Equal(picture.Value.GetProperty("conv_1_2[5][10][12]").GetSingle(), cell, 1e-3f);
        }
    }

    // Straight from the decoder: the pictures are already 64 by 64.
    private static float[] Decode(string path)
    {
        using var bitmap = SKBitmap.Decode(path);
        var size = bitmap.Width * bitmap.Height;
        var values = new float[3 * size];
        for (var i = 0; i < size; i++)
        {
            var colour = bitmap.GetPixel(i % bitmap.Width, i / bitmap.Width);
            (values[i], values[size + i], values[(2 * size) + i]) = (colour.Red / 255f, colour.Green / 255f, colour.Blue / 255f);
        }

        return values;
    }
}
