using System.Collections.Immutable;

namespace Convscope.Core.Hyperparameters;

/// <summary>The cases that the playground's page works out: each teaches one thing, and two can't be.</summary>
public static class WorkedCases
{
    /// <summary>A name to find its title by, and the settings, from simple to odd.</summary>
    public static readonly ImmutableArray<(string Name, WindowCase Case)> All =
    [
        ("1", new(7, 3, 0, 1, 1)),
        ("2", new(7, 3, 1, 1, 1)),
        ("3", new(7, 3, 1, 2, 1)),
        ("4", new(8, 3, 0, 2, 1)),
        ("5", new(6, 3, 1, 2, 1)),
        ("6", new(9, 3, 0, 1, 2)),
        ("7", new(7, 3, 2, 1, 2)),
        ("8", new(5, 1, 0, 1, 1)),
        ("9", new(7, 2, 0, 3, 1)),
        ("10", new(3, 5, 0, 1, 1)),
        ("11", new(3, 5, 1, 1, 1)),
        ("12", new(5, 3, 0, 1, 3)),
    ];

    /// <summary>The case that is drawn cell by cell.</summary>
    public static readonly WorkedWindow Drawn = new(new(7, 3, 1, 2, 1), 0, 1);
}
