namespace Convscope.Core.Operators;

/// <summary>How the versions of the operator set say the same node in different ways.</summary>
public enum NodeForm
{
    /// <summary>One form in all versions.</summary>
    Same,

    /// <summary>Axes as an attribute or as an input, and kept or dropped.</summary>
    Reduction,

    /// <summary>Starts, ends, axes and steps as attributes or as inputs.</summary>
    Slice,

    /// <summary>Pads as an attribute or as an input.</summary>
    Pad,

    /// <summary>Once over all axes from one on, since opset 13 over one.</summary>
    OneAxis,

    /// <summary>Along the last axis where it names none.</summary>
    LastAxis,

    /// <summary>Operands were made to fit only when asked, before opset 7.</summary>
    Broadcasting,

    /// <summary>Statistics could be one a cell, before opset 9.</summary>
    Statistics,
}

/// <summary>What becomes of a node's settings when its channels, last in the file, come first.</summary>
public enum AxisRule
{
    /// <summary>Nobody knows: such a node isn't explained.</summary>
    Unknown,

    /// <summary>Nothing: it looks at cells one by one.</summary>
    Cellwise,

    /// <summary>Constant operands are turned with the input.</summary>
    Operands,

    /// <summary>Axes that it names are renumbered, and constant operands turned.</summary>
    NamedAxes,

    /// <summary>Its pads, two an axis, are turned.</summary>
    Pads,

    /// <summary>Its factors and sizes, one an axis, are turned.</summary>
    Scales,

    /// <summary>It keeps the order of the numbers, which is the file's.</summary>
    Order,

    /// <summary>Its first input has its channels first, and its second, a grid of places, has its two coordinates last.</summary>
    Grid,

    /// <summary>ONNX defines it with the channels first, so that a file can't have them last here.</summary>
    ChannelsFirst,
}
