using System.Net;
using System.Net.Sockets;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>The port that is listened on, and its end.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task InterruptedItEndsWith130AndFreesThePort()
    {
        var served = await ServedSite.StartAsync(new TempSite());
        using var listening = await served.Client.GetAsync(new Uri(served.Address, "__convscope/events"),
            HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(130, await served.Stop());
        using var listener = new TcpListener(IPAddress.Loopback, served.Address.Port);
        listener.Start();
        await served.DisposeAsync();
    }

    [Fact]
    public async Task APortThatIsTakenIsSaidOrAnotherIsFound()
    {
        using var site = new TempSite();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var result = Shell.Run("serve", "--root", site.Folder, "--port", $"{port}");
        Assert.Equal(1, result.Exit);
        Assert.Contains($"port {port} is taken", Assert.Single(result.Errors));
        Refusals.AreForPeople(result);
        Assert.False(Directory.Exists(site.Output));

        // The usual port may be taken by anyone: then any other will do.
        using var usual = new TcpListener(IPAddress.Loopback, 8000);
        try
        {
            usual.Start();
        }
        catch (SocketException)
        {
            // It is taken already.
        }

        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var other = Shell.Run(interrupt.Token, "serve", "--root", site.Folder);
        Assert.Equal(130, other.Exit);
        Assert.Matches(@"Serving on http://127\.0\.0\.1:\d+/", other.Output);
        Assert.DoesNotContain(":8000/", other.Output);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("0")]
    [InlineData("70000")]
    [InlineData("http")]
    public void APortThatIsNone(string port)
    {
        var result = Shell.Run("serve", "--port", port);
        Assert.Equal(2, result.Exit);
        Assert.Contains("--port must be a whole number, 1 to 65535", result.Error);
    }
}
