using System.Collections.Immutable;

namespace Convscope.Core.Hyperparameters;

/// <summary>The cases that the playground's page works out: each teaches one thing, and two can't be.</summary>
public static class WorkedCases
{
    /// <summary>A name and the settings, from simple to odd.</summary>
    public static readonly ImmutableArray<(string Name, WindowCase Case)> All =
    [
        ("A kernel alone", new(7, 3, 0, 1, 1)),
        ("Padding keeps the size", new(7, 3, 1, 1, 1)),
        ("A stride of two halves it", new(7, 3, 1, 2, 1)),
        ("A stride that doesn't divide", new(8, 3, 0, 2, 1)),
        ("What is left over is padding", new(6, 3, 1, 2, 1)),
        ("Dilation spans more cells", new(9, 3, 0, 1, 2)),
        ("Dilation, padded to keep the size", new(7, 3, 2, 1, 2)),
        ("A kernel of one weight", new(5, 1, 0, 1, 1)),
        ("A stride beyond the kernel", new(7, 2, 0, 3, 1)),
        ("A kernel larger than the input", new(3, 5, 0, 1, 1)),
        ("The same, with room from padding", new(3, 5, 1, 1, 1)),
        ("Dilation beyond the input", new(5, 3, 0, 1, 3)),
    ];

    /// <summary>The case that is drawn cell by cell.</summary>
    public static readonly WorkedWindow Drawn = new(new(7, 3, 1, 2, 1), 0, 1);
}
