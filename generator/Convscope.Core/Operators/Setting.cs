using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>One setting of an operator, such as its stride.</summary>
/// <param name="Key">What it is called by programs: <c>stride</c>; every language has a word <c>setting_stride</c>.</param>
/// <param name="Value">What it is set to.</param>
public sealed record Setting(string Key, Phrase Value)
{
    /// <summary>A setting that is a number, or a text that is the same in every language.</summary>
    public Setting(string key, object value)
        : this(key, Phrase.Of(value))
    {
    }

    /// <summary>What people call it.</summary>
    public Phrase Name { get; init; } = Phrase.Named("setting", Key);
}
