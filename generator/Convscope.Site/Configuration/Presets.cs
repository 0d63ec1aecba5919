using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>
/// Whole recipes by the name of who prepares pictures so, and some of the values alone, for pictures that are resized otherwise. A single
/// key beside a preset overrides it.
/// </summary>
public static class Presets
{
    private static readonly InputSettings ImageNet = new()
    {
        Channels = ColourChannels.Rgb, Scale = 1 / 255.0, Mean = [0.485, 0.456, 0.406], Std = [0.229, 0.224, 0.225], Invert = false,
    };

    private static readonly InputSettings TorchVision = ImageNet with
    {
        Resize = new(ResizeMode.Shorter, 256, 256),
        Filter = ResizeFilter.Bilinear,
        Crop = new(224, 0),
    };

    /// <summary>Keras' <c>load_img</c> with a target size takes the nearest pixel unless it is told otherwise.</summary>
    private static readonly InputSettings Keras = new() { Resize = Resizing.Stretch, Filter = ResizeFilter.Nearest, Invert = false };

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, InputSettings> All { get; } = new Dictionary<string, InputSettings>
    {
        // https://pytorch.org/vision/stable/models.html: Resize(256), CenterCrop(224), ToTensor, Normalize; newer weights were measured
        // with 232.
        ["torchvision"] = TorchVision,
        ["torchvision-232"] = TorchVision with { Resize = new(ResizeMode.Shorter, 232, 232) },

        // https://huggingface.co/docs/timm, create_transform: what is resized is the input divided by the crop's share, rounded down.
        ["timm"] = ImageNet with { Resize = new(ResizeMode.Shorter), Filter = ResizeFilter.Bicubic, Crop = new(0, 0.875) },

        // https://keras.io/api/applications, preprocess_input in its three modes. VGG and ResNet after Caffe: means of blue, green and red.
        ["caffe"] = Keras with { Channels = ColourChannels.Bgr, Scale = 1, Mean = [103.939, 116.779, 123.68], Std = [] },

        // MobileNet, Inception and Xception: −1 to 1.
        ["tf"] = Keras with { Channels = ColourChannels.Rgb, Scale = 1 / 127.5, Mean = [1], Std = [] },

        // DenseNet: PyTorch's numbers.
        ["torch"] = Keras with { Channels = ColourChannels.Rgb, Scale = ImageNet.Scale, Mean = ImageNet.Mean, Std = ImageNet.Std },

        // PyTorch's example on handwritten digits, which are light on dark: add `invert` for ink on paper.
        ["mnist"] = new()
        {
            Resize = Resizing.Stretch, Filter = ResizeFilter.Bilinear, Grey = GreyWeights.Bt601,
            Channels = ColourChannels.Gray, Scale = 1 / 255.0, Mean = [0.1307], Std = [0.3081],
        },

        // The values of torchvision's networks alone.
        ["imagenet"] = ImageNet,

        // The model has its own preprocessing inside: the values are left as they are.
        ["none"] = new() { Scale = 1, Mean = [], Std = [], Invert = false },
    };
}
