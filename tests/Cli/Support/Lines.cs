using System.Collections.Concurrent;
using System.Text;

namespace Convscope.Tests.Cli.Support;

/// <summary>A console that can be read while it is written.</summary>
internal sealed class Lines : TextWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text => string.Join('\n', _lines);

    public int Count(Func<string, bool> counts) => _lines.Count(counts);

    public override void WriteLine(string? value) => _lines.Enqueue(value ?? "");

    public override void WriteLine(object? value) => WriteLine(value?.ToString());

    /// <summary>Waits for a text.</summary>
    public async Task Until(string text)
    {
        for (var end = DateTime.UtcNow + Patience; !Text.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
            Assert.True(DateTime.UtcNow < end, $"nobody said '{text}': {Text}");
    }
}
