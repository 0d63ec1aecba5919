using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>Requests of all sorts: by their host, method and headers.</summary>
public sealed class RequestTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private readonly ServedSite _served = fixture.Served;

    private string Host => $"Host: {_served.Address.Authority}";

    /// <summary>A page of elsewhere may have its own name lead to this machine, to read what is served here.</summary>
    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:@", 421)]
    [InlineData("127.0.0.1.evil.example:@", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("192.168.0.1:@", 421)]
    [InlineData("[::2]:@", 421)]
    [InlineData("localhost:@", 200)]
    [InlineData("LocalHost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:@", 200)]
    public async Task OnlyThisMachinesNamesAreAnswered(string host, int status)
    {
        host = host.Replace("@", $"{_served.Address.Port}", StringComparison.Ordinal);
        foreach (var target in new[] { "/index.html", "/__convscope/live.js", "/table.csv" })
        {
            var answer = await _served.Ask($"GET {target} HTTP/1.1", $"Host: {host}");
            Assert.Equal(status, answer.Status);
            if (status == 200) continue;
            Assert.Equal($"This is convscope serve, for this machine alone: open {_served.Address}\n", answer.Body);
            Assert.StartsWith("text/plain", answer.Header("Content-Type"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Host: a", "Host: b")]
    [InlineData("Host: 127.0.0.1/evil")]
    [InlineData("Accept: */*")]
    public async Task AHostThatIsNone(params string[] headers) =>
        Assert.Equal(400, (await _served.Ask(["GET / HTTP/1.1", .. headers])).Status);

    [Fact]
    public async Task AnAbsoluteAddressIsNotFound() =>
        Assert.NotEqual(200, await _served.StatusOf($"http://127.0.0.1:{_served.Address.Port}/../secret.txt"));

    [Theory]
    [InlineData("/")]
    [InlineData("/red/")]
    [InlineData("/table.csv")]
    [InlineData("/red")]
    [InlineData("/nowhere")]
    [InlineData("/__convscope/live.js")]
    public async Task HeadIsGetWithoutTheBody(string target)
    {
        var (get, head) = (await _served.Ask($"GET {target} HTTP/1.1", Host), await _served.Ask($"HEAD {target} HTTP/1.1", Host));
        Assert.Equal(get.Status, head.Status);
        Assert.Empty(head.Body);
        foreach (var name in new[] { "Content-Type", "Cache-Control", "ETag", "Location" })
            Assert.Equal(get.Header(name), head.Header(name));
        if (get.Status != 302) Assert.Equal($"{get.Body.Length}", head.Header("Content-Length"));
    }

    [Fact]
    public async Task HeadOfTheNewsEnds()
    {
        var head = await _served.Ask("HEAD /__convscope/events HTTP/1.1", Host);
        Assert.Equal((200, "text/event-stream", ""), (head.Status, head.Header("Content-Type"), head.Body));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task AnotherMethodIsNotAllowed(string method)
    {
        var answer = await _served.Ask($"{method} /index.html HTTP/1.1", Host, "Content-Length: 0");
        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer.Header("Allow")));
        Assert.DoesNotContain("<html", answer.Body);
    }

    /// <summary>The file holds the digits 0 to 9.</summary>
    [Theory]
    [InlineData("bytes=2-4", 206, "bytes 2-4/10", "234")]
    [InlineData("bytes=7-", 206, "bytes 7-9/10", "789")]
    [InlineData("bytes=-3", 206, "bytes 7-9/10", "789")]
    [InlineData("bytes=8-100", 206, "bytes 8-9/10", "89")]
    [InlineData("bytes=10-", 416, "bytes */10", "")]
    [InlineData("bytes=4-2", 200, "", "0123456789")]
    [InlineData("bytes=0-0,5-5", 200, "", "0123456789")]
    public async Task ARangeIsAPart(string range, int status, string contentRange, string body)
    {
        var answer = await _served.Ask("GET /table.csv HTTP/1.1", Host, $"Range: {range}");
        Assert.Equal((status, contentRange, body), (answer.Status, answer.Header("Content-Range"), answer.Body));
        Assert.Equal($"{body.Length}", answer.Header("Content-Length"));
    }

    [Theory]
    [InlineData("/table.csv")]
    [InlineData("/index.html")]
    public async Task ConditionsAreHeard(string target)
    {
        var whole = await _served.Ask($"GET {target} HTTP/1.1", Host);
        var tag = whole.Header("ETag");
        foreach (var (condition, status) in new[]
        {
            ($"If-None-Match: {tag}", 304), ("If-None-Match: *", 304), ("If-None-Match: \"another\"", 200), ($"If-Match: {tag}", 200),
                ("If-Match: \"another\"", 412),
        })
        {
            var answer = await _served.Ask($"GET {target} HTTP/1.1", Host, condition);
            Assert.Equal((condition, status), (condition, answer.Status));
            Assert.Equal(status == 200 ? whole.Body : "", answer.Body);
        }

        Assert.Equal(206, (await _served.Ask($"GET {target} HTTP/1.1", Host, "Range: bytes=0-1", $"If-Range: {tag}")).Status);
        Assert.Equal(200, (await _served.Ask($"GET {target} HTTP/1.1", Host, "Range: bytes=0-1", "If-Range: \"another\"")).Status);
    }
}
