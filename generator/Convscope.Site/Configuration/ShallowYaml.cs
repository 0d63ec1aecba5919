using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Convscope.Site.Configuration;

/// <summary>
/// Parses YAML that isn't nested too deeply and whose keys are texts. The document's tree is read by recursion: a line of a hundred
/// thousand brackets would end the whole program, which no one can catch; a key that is a tree is compared by walking all of it.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class ShallowYaml(string text) : IParser
{
    private const int Deepest = 100;
    private readonly Parser _parser = new(new StringReader(text));
    private readonly Stack<Level> _open = [];

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <summary>The last place that was read.</summary>
    public Mark Last => Current?.End ?? Mark.Empty;

    /// <summary>The innermost bracket that isn't closed yet, or null.</summary>
    public ParsingEvent? Bracket => _open.FirstOrDefault(level => level.IsBracket)?.Start;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!_parser.MoveNext()) return false;
        var current = Current!;
        if (current.NestingIncrease < 0)
        {
            _open.Pop();
            return true;
        }

        if (_open.TryPeek(out var around) && around.IsMapping && current is NodeEvent)
        {
            if (around.IsKeyNext && current is not Scalar) throw new YamlException(current.Start, current.End, "A key must be a text.");
            around.IsKeyNext = !around.IsKeyNext;
        }

        if (current.NestingIncrease > 0) _open.Push(new(current));
        return _open.Count <= Deepest ? true : throw new YamlException(current.Start, current.End, "It is nested too deeply.");
    }

    /// <summary>Something that has begun and not ended.</summary>
    private sealed class Level(ParsingEvent start)
    {
        public ParsingEvent Start => start;

        public bool IsMapping => start is MappingStart;

        public bool IsBracket => start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };

        public bool IsKeyNext { get; set; } = true;
    }
}
