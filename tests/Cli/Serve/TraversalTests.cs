using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>Nothing outside of the site is served, however it is asked for.</summary>
public sealed class TraversalTests : IClassFixture<ServedFixture>
{
    private readonly ServedSite _served;

    public TraversalTests(ServedFixture fixture)
    {
        _served = fixture.Served;
        var (site, link, folder) = (fixture.Site, Path.Combine(fixture.Site.Output, "link.txt"),
            Path.Combine(fixture.Site.Output, "linked"));
        if (File.Exists(site.PathOf("secret.txt"))) return;
        site.Write("secret.txt", "secret");
        File.CreateSymbolicLink(link, site.PathOf("secret.txt"));
        Directory.CreateSymbolicLink(folder, site.Folder);
    }

    /// <summary>The targets as they are sent; with <c>@</c> and a number, that many letters or folders.</summary>
    [Theory]
    [InlineData("/../etc/passwd")]
    [InlineData("/red/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2E%2E%2Fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/red\\..\\..\\secret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    [InlineData("/red/%2e%2e/index.html")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc/passwd")]
    [InlineData("/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd")]
    [InlineData("/C:/secret.txt")]
    [InlineData("/file:///etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/index.html%00.txt")]
    [InlineData("/index.html\0.txt")]
    [InlineData("/.convscope-manifest.json")]
    [InlineData("/%2econvscope-manifest.json")]
    [InlineData("/link.txt")]
    [InlineData("/linked/secret.txt")]
    [InlineData("/linked/")]
    [InlineData("/__convscope/")]
    [InlineData("/__convscope/../secret.txt")]
    [InlineData("/red/index.html/")]
    [InlineData("/@300")]
    [InlineData("/@5000")]
    [InlineData("/@20000")]
    [InlineData("/%zz")]
    [InlineData("/%")]
    [InlineData("*")]
    [InlineData("index.html")]
    public async Task WhatIsOutsideOfTheSiteIsNotFound(string target)
    {
        if (target.StartsWith("/@", StringComparison.Ordinal))
            target = $"/{new string('a', int.Parse(target[2..], System.Globalization.CultureInfo.InvariantCulture))}";
        var answer = await _served.Ask($"GET {target} HTTP/1.1", $"Host: {_served.Address.Authority}");

        // HTTP itself forbids some, and its server a target of more than 8 kB.
        Assert.True(answer.Status is 404 or 400 or 414 || (answer.Status == 405 && target[0] != '/'), $"{answer.Status}");
        Assert.Equal(target.Length > 8000, answer.Status == 414);
        if (answer.Status == 400) Assert.True(target.AsSpan().IndexOfAny("\0%") >= 0 || target[0] is not '/', target);
        Assert.DoesNotContain("secret", answer.Body);
        Assert.DoesNotContain("root:", answer.Body);
        Assert.DoesNotContain("Fingerprint", answer.Body);
        Assert.Equal(200, await _served.StatusOf("/index.html"));
    }

    [Fact]
    public async Task ManyFoldersDeepIsNotFound() =>
        Assert.Equal(404, await _served.StatusOf("/" + string.Concat(Enumerable.Repeat("a/", 3000))));
}
