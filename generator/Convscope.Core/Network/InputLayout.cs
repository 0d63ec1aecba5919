namespace Convscope.Core.Network;

/// <summary>How the model's file orders its input axes.</summary>
public enum InputLayout
{
    /// <summary>Channels, rows, columns (PyTorch).</summary>
    Nchw,

    /// <summary>Rows, columns, channels (TensorFlow).</summary>
    Nhwc,
}
