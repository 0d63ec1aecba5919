namespace Convscope.Core.Network;

/// <summary>What is done with the orientation that a camera noted in the file.</summary>
public enum OrientationUse
{
    /// <summary>The picture is turned upright.</summary>
    Apply,

    /// <summary>The pixels stay as they are stored.</summary>
    Ignore,
}

/// <summary>What is done with transparency.</summary>
public enum AlphaUse
{
    /// <summary>The picture is laid over the background.</summary>
    Composite,

    /// <summary>The stored colours are taken, also where nothing of them shows.</summary>
    Ignore,
}

/// <summary>How much each colour counts in a grey.</summary>
public enum GreyWeights
{
    /// <summary>ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue, in steps of 1/65536 as PIL has them.</summary>
    Bt601,

    /// <summary>ITU-R BT.709: 0.2126 red, 0.7152 green, 0.0722 blue.</summary>
    Bt709,
}

/// <summary>Which channels the input has, in order.</summary>
public enum ColourChannels
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red (OpenCV).</summary>
    Bgr,

    /// <summary>One channel of luminance.</summary>
    Gray,
}
