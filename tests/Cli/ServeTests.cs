using System.Net;
using System.Net.Sockets;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary><c>serve</c>: what it serves, what it doesn't, and that nothing in the sources can stop it.</summary>
public sealed class ServeTests
{
    private const string Text = "content/en/index.md";

    [Fact]
    public async Task ItServesBelowTheRealBasePathWithTheRightTypesAndNoCaching()
    {
        var site = new TempSite();
        site.Write("content/site.yaml", TempSite.Config + "base_url: https://example.org/some/Repo/\n");
        await using var served = await ServedSite.StartAsync(site);
        Assert.Equal("/some/Repo/", served.Address.AbsolutePath);
        Assert.Equal("127.0.0.1", served.Address.Host);
        foreach (var (route, type) in new[] { ("", "text/html"), ("red/", "text/html"), ("site.json", "application/json"), ("sitemap.xml", "application/xml"), ("robots.txt", "text/plain") })
        {
            using var answer = await served.Client.GetAsync(new Uri(served.Address, route));
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        var assets = Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(site.Output, file)).ToArray();
        foreach (var (extension, type) in new[] { (".css", "text/css"), (".js", "text/javascript"), (".png", "image/png"), (".webp", "image/webp") })
        {
            using var answer = await served.Client.GetAsync(new Uri(served.Address, assets.First(name => name.EndsWith(extension, StringComparison.Ordinal))));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        }

        using var folder = await served.Client.GetAsync(new Uri(served.Address, "red"));
        Assert.Equal((HttpStatusCode.Redirect, "/some/Repo/red/"), (folder.StatusCode, folder.Headers.Location!.ToString()));
        using var missing = await served.Client.GetAsync(new Uri(served.Address, "nowhere/at/all"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("There is no page here", await missing.Content.ReadAsStringAsync());
        using var outside = await served.Client.GetAsync(new Uri(served.Address, "/red/"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task TheScriptIsInTheServedPagesAlone()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        Assert.Contains("__convscope/live.js?version=", await served.Get("index.html"));
        Assert.Contains("EventSource", await served.Get("__convscope/live.js"));
        Assert.DoesNotContain("__convscope", served.Site.Page("index.html"));
        Assert.Empty(Html.Parse(await served.Get("index.html")).QuerySelectorAll("script:not([src]):not([type='application/json'])"));
    }

    [Theory]
    [InlineData("/../etc/passwd")]
    [InlineData("/red/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2E%2E%2Fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("/red/%2e%2e/index.html")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc/passwd")]
    [InlineData("/C:/secret.txt")]
    [InlineData("/index.html%00.txt")]
    [InlineData("/.convscope-manifest.json")]
    [InlineData("/link.txt")]
    [InlineData("/linked/secret.txt")]
    public async Task WhatIsOutsideOfTheSiteIsNotFound(string target)
    {
        var site = new TempSite();
        site.Write("secret.txt", "secret");
        await using var served = await ServedSite.StartAsync(site);
        File.CreateSymbolicLink(Path.Combine(site.Output, "link.txt"), site.PathOf("secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(site.Output, "linked"), site.Folder);
        Assert.Equal(200, await served.StatusOf("/index.html"));
        var status = await served.StatusOf(target);
        Assert.True(status is 404 or 400, $"{status}");
        if (!target.Contains("%00", StringComparison.Ordinal)) Assert.Equal(404, status);
    }

    [Fact]
    public async Task AnAbsoluteAddressAndAnotherHostAreNotFound()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        Assert.Equal(404, await served.StatusOf("/index.html", "evil.example"));
        Assert.NotEqual(200, await served.StatusOf($"http://127.0.0.1:{served.Address.Port}/../secret.txt"));
        using var answer = await served.Client.PostAsync(new Uri(served.Address, "index.html"), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task AnEditIsBuiltAndBrowsersAreTold()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var before = await served.Version();
        served.Site.Write(Text, "# Other words\n");
        await served.UntilPage("index.html", "Other words");
        await served.Until(() => served.Version().Result > before);
        Assert.Contains("content/en/index.md has changed", served.Output);
    }

    /// <summary>One mistake in each kind of source, and where it is said to be.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "content/site.yaml", "title: \"never closed\n", "site.yaml" },
        { "content/images/images.yaml", "images: [\n", "images.yaml" },
        { "content/images/red.png", "no picture", "red.png" },
        { "models/net.onnx", "no model", "net.onnx" },
        { "models/net.yaml", "labels: [cat\n", "net.yaml" },
        { "templates/partials/footer.html", "{{ if }}", "footer.html" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeIsShownAndMended(string file, string mistake, string says)
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var right = File.Exists(served.Site.PathOf(file)) ? File.ReadAllBytes(served.Site.PathOf(file)) : null;
        served.Site.Write(file, mistake);
        await served.Until(() => served.Problems().Result.Any(problem => problem.Contains(says, StringComparison.Ordinal)));
        Assert.Contains(says, served.Error);

        // The old site is served on; mended, a new one is built.
        Assert.Equal(200, await served.StatusOf("/red/index.html"));
        if (right is null) File.Delete(served.Site.PathOf(file));
        else served.Site.Write(file, right);
        await served.Until(() => served.Problems().Result.Length == 0);
        served.Site.Write(Text, "# It goes on\n");
        await served.UntilPage("index.html", "It goes on");
    }

    [Fact]
    public async Task TheContentFolderMayGoAndComeBack()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        Directory.Move(served.Site.PathOf("content"), served.Site.PathOf("away"));
        await served.Until(() => served.Problems().Result.Length > 0);
        Assert.Equal(200, await served.StatusOf("/index.html"));
        Directory.Move(served.Site.PathOf("away"), served.Site.PathOf("content"));
        await served.Until(() => served.Problems().Result.Length == 0);
        served.Site.Write(Text, "# Back again\n");
        await served.UntilPage("index.html", "Back again");
    }

    [Fact]
    public async Task AMistakeFromTheStartIsShownUntilItIsMended()
    {
        var site = new TempSite();
        site.Write("models/net.yaml", "labels: [<b>cat\n");
        await using var served = await ServedSite.StartAsync(site);
        using var answer = await served.Client.GetAsync(served.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("net.yaml", page.QuerySelector("pre")!.TextContent);
        Assert.NotNull(page.QuerySelector("script[src*='live.js']"));
        site.Write("models/net.yaml", "labels: [cat, dog, bird]\n");
        await served.UntilPage("index.html", "Hello, reader.");
    }

    [Fact]
    public async Task FiveHundredRapidEditsEndWithTheLast()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        for (var edit = 1; edit <= 500; edit++) served.Site.Write(Text, $"# Edit number {edit} of 500\n");
        await served.UntilPage("index.html", "Edit number 500 of 500");
        Assert.Empty(await served.Problems());
        Assert.Empty(served.Error);
    }

    [Fact]
    public async Task InterruptedItEndsWith130AndFreesThePort()
    {
        var served = await ServedSite.StartAsync(new TempSite());
        using var listening = await served.Client.GetAsync(new Uri(served.Address, "__convscope/events"), HttpCompletionOption.ResponseHeadersRead);
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
