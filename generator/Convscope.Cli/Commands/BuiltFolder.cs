using System.CommandLine;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Cli.Commands;

/// <summary>The argument of commands that look at a built site: its folder, else the one that <c>site.yaml</c> builds into.</summary>
public sealed class BuiltFolder
{
    private readonly Argument<string?> _folder =
        new("folder") { Description = "The built site [the output of content/site.yaml]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _root =
        new("--root") { Description = "The site's folder, where content/site.yaml is", DefaultValueFactory = _ => "." };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_folder);
        command.Options.Add(_root);
    }

    /// <summary>The folder that a command line means, which is there, and the configuration.</summary>
    /// <exception cref="DiagnosticException">There is no such folder, or the configuration can't be read.</exception>
    public (SourcePath Path, SiteConfig Config) Read(ParseResult parsed)
    {
        var paths = new SourcePaths(parsed.GetValue(_root)!);
        var file = paths.InRoot("content/site.yaml");
        var diagnostics = new List<Diagnostic>();
        var config = SourceFile.TextIfThere(file) is { } text ? SiteConfigReader.Read(text, file.Shown, diagnostics) : new();
        if (diagnostics.Count > 0) throw new DiagnosticException(diagnostics);
        var path = paths.Choose(parsed.GetValue(_folder), config.Output);
        Recovery.Of(path.Full);
        if (!SourceFile.IsThere(path.Full))
            throw new DiagnosticException(DiagnosticCodes.Missing, $"there is no folder '{path.Shown}'; build the site first",
            new(path.Shown));
        SourceFolder.IsThere(path);
        return (path, config);
    }
}
