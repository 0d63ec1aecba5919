using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Convscope.Site.Configuration;

namespace Convscope.Cli.Commands;

/// <summary>Parsers of arguments that say what they expected.</summary>
internal static class Arguments
{
    /// <summary>An option that takes one of a few words, and says which.</summary>
    public static Option<string?> Word(string name, string help, params string[] words)
    {
        var option = new Option<string?>(name)
        {
            Description = $"{help}: {string.Join(", ", words[..^1])} or {words[^1]}",
            HelpName = string.Join('|', words)
        };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !words.Contains(word))
                result.AddError($"{name} must be one of {string.Join(", ", words)}, but is '{word}'{Suggestion.Nearest(word, words)}");
        });
        return option;
    }

    /// <summary>A whole number, or null once the error is noted.</summary>
    public static Whole? Whole(ArgumentResult result, string option, int least, int most = int.MaxValue)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return new(number);
        var range = most == int.MaxValue ? $"{least} or more" : $"{least} to {most}";
        result.AddError($"{option} must be a whole number, {range}, but is '{text}'");
        return null;
    }
}

/// <summary>A whole number: what options are made for is compiled anew for each type that isn't a class, at every start.</summary>
internal sealed record Whole(int Value);
