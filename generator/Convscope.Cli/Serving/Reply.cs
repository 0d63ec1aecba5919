using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Convscope.Cli.Serving;

/// <summary>Answers a request with a text or a file. Of a file a browser may have its head alone, a part, or what is newer than its
/// own.</summary>
internal static class Reply
{
    /// <summary>A short text.</summary>
    public static async Task Text(HttpContext context, int status, string text, string type = "text/plain; charset=utf-8")
    {
        var content = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content);
    }

    /// <summary>A page that was put together.</summary>
    public static Task Page(HttpContext context, string html)
    {
        var content = Encoding.UTF8.GetBytes(html);
        return Results.Bytes(content, ContentTypes.Of(".html"), entityTag: Tag(Convert.ToHexStringLower(SHA256.HashData(content))),
            enableRangeProcessing: true).ExecuteAsync(context);
    }

    /// <summary>A file as it is. Once it is open, a build may take it away.</summary>
    /// <exception cref="IOException">It has been taken away already.</exception>
    public static Task File(HttpContext context, string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16,
            useAsync: true);
        var tag = Tag(FormattableString.Invariant($"{file.Length:x}-{System.IO.File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks:x}"));
        return Results.Stream(file, ContentTypes.Of(path), entityTag: tag, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");
}
