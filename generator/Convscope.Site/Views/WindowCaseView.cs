using Convscope.Core.Explain;
using Convscope.Core.Hyperparameters;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Views;

/// <summary>A worked case of the output-size formula, its numbers ready to be shown.</summary>
/// <param name="Name">What the case teaches.</param>
/// <param name="Settings">The settings.</param>
public sealed record WindowCaseView(string Name, WindowCase Settings)
{
    /// <summary>What the combination does, or why it can't be, in words.</summary>
    public string Words { get; init; } = "";

    /// <summary>A case that is also told in words.</summary>
    public static WindowCaseView Of(string name, WindowCase settings, Words words) => new(name, settings)
    {
        Words = string.Join(words["hp_space"], settings.Notes.Select(note => Text(note, words))),
    };

    private static string Text(WindowNote note, Words words) =>
        words["hp_" + note.Key, [.. note.Values.Select(value => (object)value), note.Detail is null ? "" : Text(note.Detail, words)]];

    /// <summary>Input size.</summary>
    public Number N => new(Settings.Input, 0);

    /// <summary>Kernel size.</summary>
    public Number K => new(Settings.Kernel, 0);

    /// <summary>Padding.</summary>
    public Number P => new(Settings.Padding, 0);

    /// <summary>Stride.</summary>
    public Number S => new(Settings.Stride, 0);

    /// <summary>Dilation.</summary>
    public Number D => new(Settings.Dilation, 0);

    /// <summary>The fraction's numerator.</summary>
    public Number Room => new(Settings.Room, 0);

    /// <summary>Whether there is an output.</summary>
    public bool IsPossible => Settings.Output is not null;

    /// <summary>Output size; zero where there is none.</summary>
    public Number Y => new(Settings.Output ?? 0, 0);
}
