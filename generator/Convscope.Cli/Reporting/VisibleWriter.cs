using System.Text;
using Convscope.Core.Texts;

namespace Convscope.Cli.Reporting;

/// <summary>A console through which no control character passes but line breaks: names in files, models and command lines are
/// anyone's.</summary>
/// <param name="console">The console itself.</param>
public sealed class VisibleWriter(TextWriter console) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => console.Encoding;

    /// <summary>The console itself, for what draws on it.</summary>
    public static TextWriter ConsoleOf(TextWriter writer) => writer is VisibleWriter visible ? visible.Console : writer;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => console.Write(VisibleText.Lines(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => console.WriteLine(VisibleText.Lines(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => console.Flush();

    private TextWriter Console => console;
}
