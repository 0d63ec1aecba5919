using System.CommandLine;
using Convscope.Cli.Reporting;
using Convscope.Cli.Starting;
using Convscope.Site.Templates;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope templates export</c>: writes the built-in templates, to change them.</summary>
public static class TemplatesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>(
            "folder")
        { Description = "Where to; files in a site's templates/ take the place of the built-in ones" };
        var only = new Option<string?>("--only")
        {
            Description = "Only files whose name begins so: css/, widgets/conv/",
            HelpName = "start"
        };
        var force = new Option<bool>("--force") { Description = "Overwrite files that are there" };
        var export = new Command("export", "Writes the built-in templates, styles and scripts into a folder") { folder, only, force };
        export.SetAction(parsed => Guard.Run(
            () =>
            {
                var start = parsed.GetValue(only) ?? "";
                var files = TemplateSource.BuiltIn().Where(file => file.Name.StartsWith(start, StringComparison.Ordinal))
                    .ToDictionary(file => file.Name, file => file.Content);
                var written = new NewFiles(parsed.GetValue(folder)!, files).Write(parsed.GetValue(force));
                output.WriteLine($"{written} files written to {parsed.GetValue(folder)}/");
                return ExitCode.Ok;
            },
            diagnostic => error.WriteLine(diagnostic), debug: false));
        return new Command("templates", "Works with the built-in templates") { export };
    }
}
