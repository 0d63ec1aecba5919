using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Notes all that a page says, breaks or loads.</summary>
public sealed class Recorder
{
    /// <summary>
    /// Chromium gives up a transition between pages when a page is measured before its style sheet is there, which Playwright
    /// does while it waits for a selector, and no reader does.
    /// </summary>
    private const string GivenUp = "ViewTransition opt-in disabled";

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<IResponse> _responses = new();

    /// <summary>Listens to a page from now on.</summary>
    /// <param name="page">A page that has not gone anywhere yet.</param>
    /// <param name="own">What the addresses of the site start with.</param>
    public Recorder(IPage page, params string[] own)
    {
        page.Console += (_, message) => _problems.Enqueue($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) =>
        {
            if (!error.Contains(GivenUp, StringComparison.Ordinal)) _problems.Enqueue($"page error: {error}");
        };
        page.RequestFailed += (_, request) =>
        {
            // A page that is left before its pictures have come gives them up.
            if (request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) != true)
                _problems.Enqueue($"failed: {request.Url} ({request.Failure})");
        };
        page.Request += (_, request) =>
        {
            if (!own.Append("data:").Append("blob:").Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)))
                _problems.Enqueue($"third party: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            _responses.Enqueue(response);
            if (response.Status >= 400) _problems.Enqueue($"status {response.Status}: {response.Url}");
        };
    }

    /// <summary>Every response so far.</summary>
    public IReadOnlyCollection<IResponse> Responses => _responses;

    /// <summary>Asserts that there was no message, no error, no failed request and none to a third party.</summary>
    public void AssertClean() => Assert.True(_problems.IsEmpty, string.Join("\n", _problems));
}
