using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>What the common ways to prepare a picture's values are called, and mean. A single key beside a preset overrides it.</summary>
public static class Presets
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, InputSettings> All { get; } = new Dictionary<string, InputSettings>
    {
        // PyTorch's torchvision: https://pytorch.org/vision/stable/models.html
        ["imagenet"] = new() { Channels = ColourChannels.Rgb, Scale = 1 / 255.0, Mean = [0.485, 0.456, 0.406], Std = [0.229, 0.224, 0.225], Invert = false },

        // Caffe's ImageNet models, and Keras' VGG and ResNet after them: means of blue, green and red, no division.
        ["caffe"] = new() { Channels = ColourChannels.Bgr, Scale = 1, Mean = [103.939, 116.779, 123.68], Std = [], Invert = false },

        // Keras' MobileNet, Inception and Xception: −1 to 1.
        ["tf"] = new() { Channels = ColourChannels.Rgb, Scale = 1 / 127.5, Mean = [1], Std = [], Invert = false },

        // PyTorch's example on handwritten digits, which are light on dark: add `invert` for ink on paper.
        ["mnist"] = new() { Channels = ColourChannels.Gray, Scale = 1 / 255.0, Mean = [0.1307], Std = [0.3081] },

        // The model has its own preprocessing inside: the values are left as they are.
        ["none"] = new() { Scale = 1, Mean = [], Std = [], Invert = false },
    };
}
