using Convscope.Core.Explain;

namespace Convscope.Site.Views;

/// <summary>One part of an equation with what a reader calls it and where it comes from.</summary>
/// <param name="Part">The numbers.</param>
/// <param name="Name">The input unit's name, or the cell's.</param>
/// <param name="Url">Its page with the cell as fragment, or empty.</param>
/// <param name="Map">Its map, or empty.</param>
/// <param name="Kernel">The kernel that it meets, or empty.</param>
public sealed record PartView(Part Part, string Name, string Url, string Map, string Kernel);
