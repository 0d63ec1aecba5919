using System.CommandLine;
using System.CommandLine.Parsing;
using Convscope.Site.Configuration;

namespace Convscope.Cli;

/// <summary>Says what is wrong with a command line, what may have been meant, and where help is.</summary>
internal static class Misuse
{
    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var word in parsed.UnmatchedTokens)
        {
            var isOption = word.StartsWith('-');
            var known = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(inner => inner.Name);
            yield return $"error: {(isOption ? "unknown option" : command.Subcommands.Count > 0 ? "unknown command" : "unexpected argument")} '{word}'{Suggestion.Nearest(word, known)}";
        }

        // The parser says the same of these words, and of a mistyped command also that there is none.
        var isTold = parsed.UnmatchedTokens.Count > 0 && command.Subcommands.Count > 0;
        foreach (var problem in parsed.Errors.Where(problem =>
            !isTold && !parsed.UnmatchedTokens.Any(word => problem.Message.Contains($"'{word}'", StringComparison.Ordinal))))
            yield return $"error: {problem.Message}";
        yield return $"try: convscope {NameOf(parsed)}--help";
    }

    /// <summary>The command that was meant, as far as it could be told, with a space behind.</summary>
    private static string NameOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result.Command is not RootCommand; result = (CommandResult)result.Parent!)
            names.Insert(0, result.Command.Name);
        return string.Concat(names.Select(name => name + " "));
    }
}
