using Convscope.Core.Explain;

namespace Convscope.Site.Views;

/// <summary>One part of an equation with what a reader calls it and where it comes from.</summary>
/// <param name="Part">The numbers.</param>
/// <param name="Name">The input unit's name, or the cell's.</param>
/// <param name="Url">Its page with the cell as fragment, or empty.</param>
/// <param name="Source">The input unit, or null where the part has none or its layer isn't drawn.</param>
/// <param name="Window">What the part reads of the input unit's map, or null.</param>
/// <param name="Kernel">The picture of the kernel that it meets, or empty.</param>
/// <param name="KernelText">The kernel's numbers, row by row, or empty.</param>
/// <param name="KernelPart">The kernel's weights as terms: those of the part, or of a transposed convolution, of which not all reach a
/// cell, all.</param>
public sealed record PartView(Part Part, string Name, string Url, UnitView? Source, CursorView? Window, string Kernel, string KernelText,
    Part KernelPart);
