using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Convscope.Tests.Cli.Docs;

/// <summary>What the documentation says of the command line is what the program has.</summary>
public sealed partial class CommandTests
{
    private static readonly RootCommand Root =
        Convscope.Cli.App.Commands(TextWriter.Null, TextWriter.Null, isRedirected: true, CancellationToken.None);

    [Fact]
    public void EveryCommandThatIsToldCanBeTyped()
    {
        var told = new List<(string File, string Line)>();
        foreach (var file in DocsFolder.Files)
        {
            foreach (var match in Typed().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Cast<Match>())
            {
                var line = match.Groups["args"].Value.Split(" #")[0].Split(" && ")[0].Trim();
                if (line.Length == 0 || line.EndsWith('|') || IsName(match, line)) continue;
                told.Add((file, line));
                var parsed = Root.Parse([.. CommandLineParser.SplitCommandLine(line)]);
                Assert.True(parsed.Errors.Count == 0,
                    $"{file}: 'convscope {line}': {string.Join("; ", parsed.Errors.Select(error => error.Message))}");
            }
        }

        Assert.InRange(told.Count, 30, 200);
        foreach (var language in DocsFolder.Languages)
        {
            var page = DocsFolder.PathOf("options", language);
            Assert.All(Leaves(Root, ""), leaf => Assert.Contains(told, line =>
                line.File == page && line.Line.StartsWith(leaf.Name, StringComparison.Ordinal)));
        }
    }

    /// <summary>
    /// The tables of options are compared with the program; with <c>CONVSCOPE_ACCEPT=1</c> they are written anew. Those of other
    /// languages are written by hand, and compared with these in <see cref="TranslationTests"/>.
    /// </summary>
    [Fact]
    public void EveryCommandIsDocumentedWithEveryOption()
    {
        foreach (var (name, command) in Leaves(Root, ""))
        {
            var text = DocsFolder.Read("options");
            var section = DocsFolder.Section(text, name.Replace(' ', '-'));
            var written = string.Concat(section.Split('\n').Where(line => line.StartsWith('|')).Select(line => line + "\n"));
            var table = Table(command);
            if (written != table && Environment.GetEnvironmentVariable("CONVSCOPE_ACCEPT") == "1")
                File.WriteAllText(DocsFolder.PathOf("options"),
                    text.Replace(section, written.Length > 0 ? section.Replace(written, table) : section.TrimEnd() + "\n\n" + table));
            Assert.Equal(table, written);
        }

        static string Table(Command command)
        {
            var rows = command.Arguments.Select(argument => ($"`{argument.Name}`", argument.Description ?? ""))
                .Concat(command.Options.Where(option => option is not HelpOption)
                    .Select(option => (Signature(option), option.Description
                    + (option.HasDefaultValue && option.GetDefaultValue() is string { Length: > 0 } value ? $" [`{value}`]" : ""))));
            return "| option | meaning |\n| --- | --- |\n" + string.Concat(rows.Select(row => $"| {row.Item1} | {row.Item2} |\n"));
        }

        static string Signature(Option option) => option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            || option.ValueType == typeof(bool?) ? $"`{option.Name}`"
            : $"`{option.Name}` *{(option.HelpName is { } help && !help.Contains('|') ? help : option.HelpName is null ? option.Name[2..] : "word")}*";
    }

    /// <summary>In a sentence a command may be called by its name alone.</summary>
    private static bool IsName(Match match, string line) => match.Value[0] == '`' && Leaves(Root, "").Any(leaf => leaf.Name == line);

    private static IEnumerable<(string Name, Command Command)> Leaves(Command command, string name) =>
        command.Subcommands.SelectMany(inner =>
        inner.Subcommands.Count == 0 ? [(name + inner.Name, inner)] : Leaves(inner, $"{name}{inner.Name} "));

    /// <summary>A line of a block of code, a span of code, or the same behind <c>dotnet run</c>.</summary>
    [GeneratedRegex(@"(^[ \t]*|`|\()(convscope|dotnet run -c Release --project generator/Convscope\.Cli --) (?<args>[a-z-][^`\n)]*)",
        RegexOptions.Multiline)]
    private static partial Regex Typed();
}
