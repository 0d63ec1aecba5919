using System.CommandLine;
using Convscope.Cli.Reporting;
using Convscope.Cli.Starting;
using Convscope.Core.Diagnostics;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope init</c>: a folder from which a site can be built at once.</summary>
public static class InitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("folder") { Description = "The new site's folder" };
        var model = new Option<string?>(
            "--model")
        { Description = "An ONNX file to take instead of the default one, with what lies beside it under its name" };
        var labels = new Option<string?>(
            "--labels")
        { Description = "A file of the model's classes [labels.txt beside it, where it has one for each output]" };
        var images = new Option<string?>("--images") { Description = "A folder of pictures to take instead of the default ones" };
        var title = new Option<string?>("--title") { Description = "The site's name [from the folder's]" };
        var languages = new Option<string>(
            "--languages")
        {
            Description = $"Languages of the lesson, the site's own first: {string.Join(", ", Starter.Languages)}",
            DefaultValueFactory = _ => "en"
        };
        languages.Validators.Add(given =>
        {
            foreach (var unknown in Split(given.GetValueOrDefault<string>() ?? "").DefaultIfEmpty("")
                .Where(language => !Starter.Languages.Contains(language)))
                given.AddError($"there is no lesson in '{unknown}'; there is one in {string.Join(", ", Starter.Languages)}");
        });
        var force = new Option<bool>("--force") { Description = "Write into a folder that isn't empty; files that are there are kept" };
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        var command = new Command("init",
            "Makes a new site: configuration, texts, pictures, a model, and a workflow that publishes it") { folder, model, labels, images,
            title, languages, force, debug };
        command.SetAction(parsed => Guard.Run(
            () =>
            {
                var path = parsed.GetValue(folder)!;
                if (!parsed.GetValue(force) && IsTaken(path))
                    throw new DiagnosticException(DiagnosticCodes.UnsafeOutput,
                        $"the folder '{path}' isn't empty; choose another, or add --force to keep what is there and add the rest",
                        new(path));
                var files = new Starter(new(parsed.GetValue(title) ?? Starter.TitleOf(path), Split(parsed.GetValue(languages)!),
                    parsed.GetValue(model), parsed.GetValue(labels), parsed.GetValue(images))).Files;
                var kept = files.Keys.Where(name => File.Exists(Path.Combine(path, name))).ToArray();
                new NewFiles(path, files.Where(file => !kept.Contains(file.Key)).ToDictionary()).Write(force: false);
                foreach (var name in kept) output.WriteLine($"kept as it was: {name}");
                output.WriteLine($"A new site is in {path}/. Next:");
                if (Path.GetFullPath(path) != Directory.GetCurrentDirectory()) output.WriteLine($"  cd {path}");
                output.WriteLine("  convscope serve --open");
                return ExitCode.Ok;
            },
            diagnostic => error.WriteLine(diagnostic), parsed.GetValue(debug)));
        return command;
    }

    private static string[] Split(string languages) =>
        languages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A fresh clone of an empty repository counts as empty.</summary>
    private static bool IsTaken(string path) => File.Exists(path)
        || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => Path.GetFileName(entry) != ".git"));
}
