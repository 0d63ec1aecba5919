using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Convscope.Site.Configuration;

/// <summary>
/// Parses YAML that isn't nested too deeply. The document's tree is read by recursion: a line of a hundred thousand brackets would
/// end the whole program, which no one can catch.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class ShallowYaml(string text) : IParser
{
    private const int Deepest = 100;
    private readonly Parser _parser = new(new StringReader(text));
    private int _depth;

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!_parser.MoveNext()) return false;
        _depth += Current!.NestingIncrease;
        return _depth <= Deepest ? true : throw new YamlException(Current.Start, Current.End, "It is nested too deeply.");
    }
}
