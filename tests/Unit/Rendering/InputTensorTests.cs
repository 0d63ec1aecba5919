using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Rendering.Pictures;

namespace Convscope.Tests.Unit.Rendering;

public sealed class InputTensorTests
{
    private static readonly byte[] TwoPixels = [255, 0, 51, 0, 102, 204];

    [Fact]
    public void Channels_come_apart_and_are_scaled()
    {
        var tensor = InputTensor.From(TwoPixels, 1, 2, new Preprocessing(), 3);
        Assert.Equal(new Shape(3, 1, 2), tensor.Shape);
        Assert.Equal([1f, 0f, 0f, 0.4f, 0.2f, 0.8f], tensor.Values);
    }

    [Fact]
    public void Bgr_starts_with_blue()
    {
        var tensor = InputTensor.From(TwoPixels, 2, 1, new Preprocessing { Channels = ColourChannels.Bgr, Scale = 1 }, 3);
        Assert.Equal([51f, 204f, 0f, 102f, 255f, 0f], tensor.Values);
    }

    [Fact]
    public void Mean_and_std_are_a_channels_own()
    {
        var preprocessing = new Preprocessing { Mean = [0.5, 0.25, 0], Std = [0.5, 0.25, 2] };
        // (1 - 0.5) / 0.5, (0 - 0.25) / 0.25, 0.2 / 2
        Assert.Equal([1f, -1f, 0.1f], InputTensor.From(TwoPixels[..3], 1, 1, preprocessing, 3).Values);
    }

    [Fact]
    public void One_channel_is_luma()
    {
        // 0.299 · 255 + 0.114 · 51 = 82.06 and 0.587 · 102 + 0.114 · 204 = 83.13
        Assert.Equal([82f, 83f], InputTensor.From(TwoPixels, 1, 2, new Preprocessing { Scale = 1 }, 1).Values);
        Assert.Equal(255, InputTensor.Luma(255, 255, 255));
    }

    [Theory]
    [InlineData(4, ColourChannels.Rgb, "declare none")]
    [InlineData(2, ColourChannels.Bgr, "in turn")]
    [InlineData(1, ColourChannels.Bgr, "declare GRAY")]
    [InlineData(3, ColourChannels.Gray, "declare RGB or BGR")]
    public void Other_channel_counts_are_refused(int channels, ColourChannels? declared, string part)
    {
        var preprocessing = new Preprocessing { Channels = declared };
        var error = Pixels.Refused(() => InputTensor.From(TwoPixels, 1, 2, preprocessing, channels, Pixels.File));
        Assert.Equal((DiagnosticCodes.InputMismatch, Pixels.File), (error.Code, error.Span));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Means_of_another_count_and_a_std_of_zero_are_refused()
    {
        foreach (var wrong in new Preprocessing[] { new() { Mean = [1, 2] }, new() { Std = [1, 1, 1, 1] }, new() { Std = [0] } })
            Assert.Equal(DiagnosticCodes.InputMismatch, Pixels.Refused(() => InputTensor.From(TwoPixels, 1, 2, wrong, 3)).Code);
    }
}
