using System.CommandLine;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope completions</c>: a script with which a shell completes commands and options, by asking the program
/// itself.</summary>
public static class CompletionsCommand
{
    private const string Bash = """
        # Put this into ~/.bashrc:  source <(convscope completions bash)
        _convscope() {
          local word="${COMP_WORDS[COMP_CWORD]}" line
          COMPREPLY=()
          while IFS= read -r line; do
            [[ "$line" == "$word"* ]] && COMPREPLY+=("$line")
          done < <(convscope "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
        }
        complete -o default -o bashdefault -F _convscope convscope
        """;

    private const string Zsh = """
        # Put this into ~/.zshrc, after compinit:  source <(convscope completions zsh)
        _convscope() {
          local -a found
          found=("${(@f)$(convscope "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          [[ -n "${found[1]}" ]] && compadd -- "${found[@]}" || _files
        }
        compdef _convscope convscope
        """;

    private const string Fish = """
        # Put this into ~/.config/fish/completions/convscope.fish
        complete -c convscope -a '(convscope "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        # Put this into $PROFILE:  convscope completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName convscope -ScriptBlock {
          param($word, $line, $position)
          convscope "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private static readonly Dictionary<string, string> Scripts =
        new() { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys) };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completions", "Prints a script that completes commands and options in a shell") { shell };
        command.SetAction(parsed =>
        {
            output.WriteLine(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Ok;
        });
        return command;
    }
}
