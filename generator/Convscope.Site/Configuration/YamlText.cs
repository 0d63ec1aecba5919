using Convscope.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Convscope.Site.Configuration;

/// <summary>Reads a text as YAML; whatever the parser makes of it, a text that is none is one message with its place.</summary>
internal static class YamlText
{
    /// <summary>The root of the first document; null where the text is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="isNot">What to say of a text that can't be parsed: <c>this is not valid YAML</c>.</param>
    /// <exception cref="DiagnosticException">CS1002.</exception>
    public static YamlNode? Root(string text, string path, string isNot)
    {
        var parser = new ShallowYaml(text);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The parser has exceptions of its own, and lets those of the collections through that it is made of.
            var (place, why) = e is YamlException { Start.Line: > 0 } own
                ? (own.Start, own.Message.TrimEnd('.')) : Unclosed(parser) ?? (parser.Last, "something behind this place can't be read");
            throw new DiagnosticException(DiagnosticCodes.Yaml, $"{isNot}: {why}",
                new(path, (int)Math.Max(place.Line, 1), (int)Math.Max(place.Column, 1)));
        }
    }

    private static (Mark Place, string Why)? Unclosed(ShallowYaml parser) => parser.Bracket switch
    {
        MappingStart map => (map.Start, "the '{' here is never closed with '}'"),
        SequenceStart list => (list.Start, "the '[' here is never closed with ']'"),
        _ => null,
    };
}
