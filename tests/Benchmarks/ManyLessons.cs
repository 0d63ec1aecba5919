using System.Globalization;
using System.Text;

namespace Convscope.Benchmarks;

/// <summary>Writes many chapters of plausible Markdown, the same each time: headings, a list, a table, links, emphasis, code.</summary>
public static class ManyLessons
{
    /// <summary>How many chapters.</summary>
    public const int Count = 1000;

    private const int WordsEach = 400;

    private static readonly string[] Vocabulary =
        ("a the of and in is to it that this each every one two map maps cell cells number numbers sum kernel weight bias window picture pixel row column channel layer unit value "
        + "large small bright dark edge corner colour shape reads gives keeps moves adds shows counts compares looks begins ends stays slides covers follows").Split(' ');

    /// <summary>Parts of the network that any model has, so that no figure is special to one; several share each.</summary>
    private static readonly string[] Figures =
    [
        "layer layer=conv:first picture=first", "unit layer=conv:first unit=strongest picture=first",
        "unit layer=conv:last picture=next parts=2", "kernels layer=conv:first",
        "compare layer=relu:first picture=first", "pictures layer=conv:first unit=strongest pictures=first,next", "overview picture=first",
        "layer layer=relu:last picture=next",
    ];

    /// <summary>Writes the chapters into a folder, and its first page.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="figures">Whether each has a figure.</param>
    /// <param name="index">The name of the first page.</param>
    public static void Write(string folder, bool figures, string index = "index.md")
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, index), "---\ntitle: Notes\n---\n\nA thousand notes.\n");
        for (var i = 0; i < Count; i++) File.WriteAllText(Path.Combine(folder, Name(i)), Text(i, figures));
    }

    /// <summary>The name of a chapter's file.</summary>
    public static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"note-{i:D4}.md");

    private static string Text(int number, bool figure)
    {
        var random = new Random(number);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"---\ntitle: Note {number}\ndescription: What note {number} is about.\n---\n\n"));
        var words = 0;
        string Words(int count)
        {
            words += count;
            var chosen = Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).ToArray();
            chosen[0] = char.ToUpperInvariant(chosen[0][0]) + chosen[0][1..];
            return string.Join(' ', chosen);
        }

        string Sentence() => Words(random.Next(8, 16)) + ". ";
        for (var section = 0; words < WordsEach; section++)
        {
            text.Append("## ").Append(Words(3)).Append("\n\n").Append(Sentence()).Append("Some **").Append(Words(2)).Append("** and *")
                .Append(Words(2)).Append("*, with `code`. ").Append(Sentence()).Append(Sentence()).Append("\n\n");
            if (section == 0 && figure) text.Append("::: ").Append(Figures[number % Figures.Length]).Append('\n').Append(Sentence())
                .Append("\n:::\n\n");
            if (section == 1) text.Append("| ").Append(Words(1)).Append(" | ").Append(Words(1)).Append(" |\n| --- | --- |\n| ")
                .Append(Words(2)).Append(" | ").Append(Words(2)).Append(" |\n\n");
            for (var i = 0; i < 3; i++) text.Append("- ").Append(Sentence()).Append('\n');
            text.Append('\n').Append(Sentence()).Append("See [another note](").Append(Name((number + section + 1) % Count)).Append("). ")
                .Append(Sentence()).Append(Sentence()).Append("\n\n");
        }

        return text.ToString();
    }
}
