using System.Threading.Channels;

namespace Convscope.Cli.Serving;

/// <summary>The browsers that listen for news, each with a queue of its own.</summary>
public sealed class Listeners
{
    private readonly Lock _gate = new();
    private readonly List<Channel<string>> _channels = [];

    /// <summary>Tells all of them.</summary>
    public void Tell(string news)
    {
        lock (_gate)
        {
            foreach (var channel in _channels) channel.Writer.TryWrite(news);
        }
    }

    /// <summary>Listens until the browser goes.</summary>
    /// <param name="first">What is said at once; asked for when nothing that is told later can be missed.</param>
    /// <param name="say">Says a piece of news to the browser.</param>
    /// <param name="cancel">Set when the browser is gone, or the server ends.</param>
    public async Task Listen(Func<string> first, Func<string, Task> say, CancellationToken cancel)
    {
        // Only the latest matters: a browser that was away for a while need not hear it all.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(4) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate) _channels.Add(channel);
        try
        {
            await say(first());
            await foreach (var news in channel.Reader.ReadAllAsync(cancel)) await say(news);
        }
        catch (OperationCanceledException)
        {
            // Gone.
        }
        finally
        {
            lock (_gate) _channels.Remove(channel);
        }
    }
}
