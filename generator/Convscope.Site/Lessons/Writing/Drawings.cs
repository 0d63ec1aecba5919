using System.Collections.Concurrent;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Markdown;
using Markdig.Syntax;

namespace Convscope.Site.Lessons.Writing;

/// <summary>
/// All that the network and the pictures give to the lesson, made once however often it is shown: figures and numbers by their directive
/// and language, and whether a picture of a kind is there. A text can change without any of it changing.
/// </summary>
internal sealed class Drawings
{
    private readonly ConcurrentDictionary<(string Key, string Language), Lazy<RenderedFigure>> _figures = new();
    private readonly ConcurrentDictionary<(string Key, string Language), string?> _values = new();
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.Ordinal);

    /// <summary>A figure.</summary>
    public RenderedFigure Figure(string key, Words words, Func<RenderedFigure> draw) =>
        _figures.GetOrAdd((key, words.Code), _ => new(draw)).Value;

    /// <summary>A number's markup; null where there is none.</summary>
    public string? Value(string key, Words words, Func<string?> make) => _values.GetOrAdd((key, words.Code), _ => make());

    /// <summary>Whether there is such a picture.</summary>
    public bool IsFound(PictureChoice choice, Func<bool> find) => _found.GetOrAdd(choice.ToString(), _ => find());

    /// <summary>Whether all that a chapter shows is here.</summary>
    public bool Hold(Chapter chapter)
    {
        var code = chapter.Language.Code;
        if (!chapter.Values.All(value => _values.ContainsKey((value.Key, code)))) return false;
        var hidden = new HashSet<Block>();
        foreach (var (block, frame) in chapter.Frames)
        {
            if (frame is not ConditionFrame condition) continue;
            if (!_found.TryGetValue(condition.Picture.ToString(), out var isFound)) return false;
            if (isFound != condition.IsWanted) hidden.Add(block);
        }

        return chapter.Figures.All(placed => _figures.ContainsKey((placed.Figure.Key, code)) || IsWithin(placed.Block, hidden));
    }

    /// <summary>Writes it all.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_figures.Count);
        foreach (var ((key, language), figure) in _figures)
        {
            foreach (var text in new[] { key, language, figure.Value.Body.Text, figure.Value.Url, figure.Value.Picture })
                writer.Write(text);
            writer.Write(figure.Value.IsMissing);
        }

        writer.Write(_values.Count);
        foreach (var ((key, language), value) in _values)
        {
            writer.Write(key);
            writer.Write(language);
            writer.Write(value is not null);
            writer.Write(value ?? "");
        }

        writer.Write(_found.Count);
        foreach (var (choice, isFound) in _found)
        {
            writer.Write(choice);
            writer.Write(isFound);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Drawings Read(BinaryReader reader)
    {
        var drawings = new Drawings();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = (reader.ReadString(), reader.ReadString());
            var figure = new RenderedFigure(new(reader.ReadString()), reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
            drawings._figures[key] = new(figure);
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = (reader.ReadString(), reader.ReadString());
            var isThere = reader.ReadBoolean();
            var value = reader.ReadString();
            drawings._values[key] = isThere ? value : null;
        }

        for (var left = reader.ReadInt32(); left > 0; left--) drawings._found[reader.ReadString()] = reader.ReadBoolean();
        return drawings;
    }

    private static bool IsWithin(DirectiveBlock block, HashSet<Block> hidden)
    {
        for (Block? parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (hidden.Contains(parent) || parent is DirectiveBlock { IsHidden: true }) return true;
        }

        return false;
    }
}
