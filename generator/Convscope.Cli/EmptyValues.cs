using System.CommandLine;
using System.CommandLine.Parsing;

namespace Convscope.Cli;

/// <summary>A text that is given and empty is a mistake, most often a variable that a script left unset: it is told before anything reads
/// a folder called nothing.</summary>
internal static class EmptyValues
{
    /// <summary>Lets every command refuse them.</summary>
    public static void Refuse(Command command)
    {
        foreach (var option in command.Options.Where(option => IsText(option.ValueType) && option.Validators.Count == 0))
            option.Validators.Add(result => Check(result, option.Name, result.Tokens));
        foreach (var argument in command.Arguments.Where(argument => IsText(argument.ValueType) && argument.Validators.Count == 0))
            argument.Validators.Add(result => Check(result, $"<{argument.Name}>", result.Tokens));
        foreach (var inner in command.Subcommands) Refuse(inner);
    }

    private static bool IsText(Type type) => type == typeof(string);

    private static void Check(SymbolResult result, string name, IReadOnlyList<Token> tokens)
    {
        if (tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError($"{name} needs a value, but is empty");
    }
}
