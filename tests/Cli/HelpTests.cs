using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>The program explains itself.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--root")]
    [InlineData("--config")]
    [InlineData("--model")]
    [InlineData("--labels")]
    [InlineData("--images")]
    [InlineData("--output")]
    [InlineData("--base-url")]
    [InlineData("--jobs")]
    [InlineData("--no-cache")]
    [InlineData("--log-format")]
    public void BuildHelpListsEveryOption(string option)
    {
        var result = Shell.Run("build", "--help");
        Assert.Equal(0, result.Exit);
        Assert.Contains(option, result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void HelpListsTheCommands()
    {
        var result = Shell.Run("--help");
        Assert.Equal(0, result.Exit);
        Assert.Contains("build", result.Output);
    }

    [Fact]
    public void WithoutACommandTheUsageIsShown()
    {
        var result = Shell.Run();
        Assert.Equal(2, result.Exit);
        Assert.Contains("Usage", result.All);
        Assert.Contains("build", result.All);
    }

    [Fact]
    public void TheVersionIsPrinted()
    {
        var result = Shell.Run("--version");
        Assert.Equal(0, result.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    /// <summary>Every example of every command's help.</summary>
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (command, examples) in Convscope.Cli.Help.Examples)
            {
                foreach (var example in examples) data.Add(command, example);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExampleIsInTheHelpAndRuns(string command, string example)
    {
        string[] path = command == "export" ? ["templates", "export"] : command.Length == 0 ? [] : [command];
        var help = Shell.Run([.. path, "--help"]);
        Assert.Equal(0, help.Exit);
        Assert.Contains($"\n  {example}\n", help.Output.ReplaceLineEndings("\n"));

        using var folder = new TempFolder();
        Prepare(folder, example);
        string[] args = [.. example.Split(' ').Skip(1)];
        var (exit, all) = Process(folder.Folder, args);
        Assert.True(exit == (args[0] == "serve" ? 130 : 0), all);
    }

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "compdef _convscope")]
    [InlineData("fish", "complete -c convscope")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void AShellIsTaughtToComplete(string shell, string holds) => Assert.Contains(holds, Shell.Run("completions", shell).Output);

    [Theory]
    [InlineData("convscope bu", "build")]
    [InlineData("convscope build --preproc", "--preprocess")]
    [InlineData("convscope build --preprocess ima", "imagenet")]
    [InlineData("convscope build --resize ", "contain")]
    [InlineData("convscope inspect --js", "--json")]
    [InlineData("convscope completions ", "fish")]
    public void TheProgramSuggests(string line, string word)
    {
        var result = Shell.Run($"[suggest:{line.Length}]", line);
        Assert.Equal(0, result.Exit);
        Assert.Contains(word, result.Output.Split('\n').Select(found => found.Trim()));
    }

    [Fact]
    public void BashCompletesByAskingTheProgram()
    {
        using var folder = new TempFolder();
        folder.Write("complete.sh", Shell.Run("completions", "bash").Output);
        folder.Write("convscope", $"#!/bin/sh\nexec dotnet '{typeof(Convscope.Cli.App).Assembly.Location}' \"$@\"\n");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder.PathOf("convscope"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = $"PATH='{folder.Folder}':$PATH; source '{folder.PathOf("complete.sh")}'; COMP_LINE='convscope che'; COMP_POINT=13; COMP_WORDS=(convscope che); COMP_CWORD=1; _convscope; echo \"${{COMPREPLY[@]}}\"";
        using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash",
            ["-c", script])
        { RedirectStandardOutput = true })!;
        Assert.Equal("check", bash.StandardOutput.ReadToEnd().Trim());
        bash.WaitForExit();
    }

    /// <summary>Puts there what an example takes for granted: a site, a model, pictures, labels.</summary>
    private static void Prepare(TempFolder folder, string example)
    {
        folder.Write("net.onnx", File.ReadAllBytes(Repository.Model("small")));
        folder.Write("pictures/red.png", Pictures.Png(20, 16, 230, 40, 30));
        folder.Write("labels.txt", "cat\ndog\nbird\n");
        if (example.Contains(" init ", StringComparison.Ordinal)) return;
        Shell.Run("init", folder.PathOf("demo"), "--model", folder.PathOf("net.onnx"), "--images", folder.PathOf("pictures"));
        if (example.Contains(" check ", StringComparison.Ordinal) || example.Contains(" clean ", StringComparison.Ordinal))
        {
            Shell.Run("build", "--root", folder.PathOf("demo"));
            Shell.Run("build", "--root", folder.PathOf("demo"), "--output", folder.PathOf("site"));
        }
    }

    /// <summary>Runs a command line as a user would, in a folder; a server is interrupted once it serves.</summary>
    private static (int Exit, string All) Process(string folder, string[] args)
    {
        // What a shell starts in the background ignores Ctrl-C, and so does all that it starts; the server must not.
        string[] command = [.. OperatingSystem.IsLinux()
            ? new[] { "env", "--default-signal=INT" } : [], "dotnet", typeof(Convscope.Cli.App).Assembly.Location, .. args];
        var start = new System.Diagnostics.ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // No browser opens in a test.
        start.Environment["PATH"] = Path.GetDirectoryName(Environment.ProcessPath) + ":/usr/bin:/bin";
        start.Environment["BROWSER"] = "true";
        start.Environment.Remove("DISPLAY");
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new System.Text.StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.AppendLine(line);
            if (args[0] != "serve" || !line.Contains(" built ", StringComparison.Ordinal)) continue;
            using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
            kill.WaitForExit();
        }

        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
