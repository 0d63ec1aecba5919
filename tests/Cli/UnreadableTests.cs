using System.Diagnostics;
using System.Net.Sockets;
using Convscope.Inference.Onnx;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>What can't be read is one message with its place, wherever it is named or found, before anything waits for it or is filled by
/// it.</summary>
public sealed class UnreadableTests
{
    private const long TooLong = 3_000_000_000;

    /// <summary>Every kind of source, as a build finds it.</summary>
    public static TheoryData<string> Sources =>
    [
        "content/site.yaml", "content/en/index.md", "content/en/one.md", "content/en/notes/index.md", "content/en/glossary.yaml",
        "content/en/words.yaml", "content/zh/one.md",
        "content/images/red.png", "content/images/images.yaml", "models/net.onnx", "models/net.yaml", "models/net.data",
        "templates/css/own.css", "content/static/own.txt", "content/en/sheet.pdf",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void APipeADeviceASocket(string path)
    {
        using var site = Site(path);
        if (Run("mkfifo", site.PathOf(path))) Tells(site, path, "this is a named pipe, not a file");
        File.Delete(site.PathOf(path));
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(site.PathOf(path)));
            Tells(site, path, "this is a socket, not a file");
        }

        File.Delete(site.PathOf(path));
        if (path.StartsWith("content/static/", StringComparison.Ordinal) || path.EndsWith(".pdf", StringComparison.Ordinal))
            return; // no links there
        File.CreateSymbolicLink(site.PathOf(path), "/dev/zero");
        Tells(site, path, "this is a device, not a file");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void AFileThatIsTooLong(string path)
    {
        using var site = Site(path);
        using (var file = File.Create(site.PathOf(path))) file.SetLength(path.EndsWith(".data", StringComparison.Ordinal)
            ? 10 * TooLong : TooLong);
        Tells(site, path, "MB are read");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void ALinkThatLeadsNowhere(string path)
    {
        if (path.EndsWith(".pdf", StringComparison.Ordinal) || path.EndsWith(".data", StringComparison.Ordinal))
            return; // of those a chapter, and the model, tell
        using var site = Site(path);
        File.CreateSymbolicLink(site.PathOf(path), "nowhere");
        Tells(site, path, path.StartsWith("content/static/", StringComparison.Ordinal)
            ? "a link can't be published" : "this link leads nowhere (to 'nowhere')");
    }

    /// <summary>It opens, and then the system refuses to read it: as a failing disk does.</summary>
    [Theory]
    [InlineData("content/site.yaml")]
    [InlineData("content/en/one.md")]
    [InlineData("content/images/images.yaml")]
    [InlineData("models/net.yaml")]
    public void AFileThatFailsWhileItIsRead(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var site = Site(path);
        File.CreateSymbolicLink(site.PathOf(path), "/proc/self/mem");
        Tells(site, path, "this file can't be read");
    }

    [Theory]
    [InlineData("content/site.yaml", "file")]
    [InlineData("content/images/red.png", "file")]
    [InlineData("models/net.onnx", "file")]
    [InlineData("content/static", "folder")]
    [InlineData("content/images", "folder")]
    [InlineData("content/en", "folder")]
    [InlineData("templates", "folder")]
    public void WhatMayNotBeRead(string path, string what)
    {
        if (OperatingSystem.IsWindows()) return;
        using var site = new TempSite();
        if (what == "folder") Directory.CreateDirectory(site.PathOf(path));
        if (Environment.IsPrivilegedProcess && !Superuser.GiveToNobody(site.Folder)) return; // root may read anything
        var mode = File.GetUnixFileMode(site.PathOf(path));
        File.SetUnixFileMode(site.PathOf(path), UnixFileMode.None);
        try
        {
            var result = Environment.IsPrivilegedProcess ? Superuser.AsNobody("build", "--root", site.Folder) : site.Build();
            if (result is null) return; // another user may not read this folder
            Assert.Equal(1, result.Exit);
            Assert.All(result.Errors, line => Assert.Contains("CS1005", line, StringComparison.Ordinal));
            Assert.Contains($"{path}: error CS1005: this {what} may not be read", result.Error);
            Refusals.AreForPeople(result);
            Assert.False(Directory.Exists(site.Output));
        }
        finally
        {
            File.SetUnixFileMode(site.PathOf(path), mode);
        }
    }

    [Theory]
    [InlineData("content/static")]
    [InlineData("content/images")]
    [InlineData("templates")]
    public void AFileInPlaceOfAFolder(string path)
    {
        using var site = new TempSite();
        if (Directory.Exists(site.PathOf(path))) Directory.Delete(site.PathOf(path), recursive: true);
        site.Write(path, "a file");
        Assert.Single(site.Fails(1, [path, "CS1005", "this is no folder"]).Errors);
    }

    [Theory]
    [InlineData("inspect", "@")]
    [InlineData("init", "site", "--model", "@")]
    [InlineData("init", "site", "--images", "@")]
    [InlineData("init", "site", "--model", "own.onnx", "--labels", "@")]
    [InlineData("build", "--root", "@")]
    [InlineData("build", "--config", "@", "--root", ".")]
    [InlineData("build", "--root", ".", "--labels", "@")]
    [InlineData("build", "--root", ".", "--images", "@")]
    [InlineData("serve", "--root", "@")]
    [InlineData("check", "@")]
    [InlineData("clean", "@")]
    public void APipeThatACommandNames(params string[] args)
    {
        using var site = new TempSite();
        var pipe = site.PathOf("pipe");
        site.Write("own.onnx", File.ReadAllBytes(Repository.Model("small")));
        if (!Run("mkfifo", pipe)) return;
        var result = Shell.Run([.. args.Select(arg =>
            arg switch { "@" => pipe, "." => site.Folder, "site" => site.PathOf("site"), "own.onnx" => site.PathOf("own.onnx"), _ =>
            arg })]);
        Assert.Equal(1, result.Exit);
        Assert.Contains("pipe: error CS1005: this is", Assert.Single(result.Errors), StringComparison.Ordinal);
        Refusals.AreForPeople(result);
        Assert.False(Directory.Exists(site.PathOf("site")));
    }

    [Fact]
    public void APipeInABuiltSite()
    {
        using var site = new TempSite();
        site.Built();
        if (!Run("mkfifo", site.PathOf("output/red/more.html"))) return;
        var result = Shell.Run("check", "--root", site.Folder);
        Assert.Equal(1, result.Exit);
        Assert.Contains("output/red/more.html: error CS1505: this is a named pipe", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    private static TempSite Site(string path)
    {
        var site = new TempSite();
        Directory.CreateDirectory(Path.GetDirectoryName(site.PathOf(path))!);
        if (path.EndsWith(".data", StringComparison.Ordinal)) site.Write("models/net.onnx", WithWeightsBeside("net.data"));
        File.Delete(site.PathOf(path));
        return site;
    }

    /// <summary>A model that keeps its kernel in a file of its own.</summary>
    private static byte[] WithWeightsBeside(string file)
    {
        var model = new ModelBuilder().Input(1, 3, 6, 7).Weights("w", 3, 3, 1, 1).Node("Conv", "image w", "conv")
            .Node("GlobalAveragePool", "conv", "mean").Node("Flatten", "mean", "flat").Output("flat").Model;
        var kernel = model.Graph.Initializer.Single();
        (kernel.RawData, kernel.DataLocation) = (ByteString.Empty, TensorProto.Types.DataLocation.External);
        kernel.FloatData.Clear();
        kernel.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = file });
        return model.ToByteArray();
    }

    private static void Tells(TempSite site, string path, string words)
    {
        var line = Assert.Single(site.Fails(1, [words]).Errors);
        Assert.StartsWith(site.PathOf(path) + ": error CS1", line, StringComparison.Ordinal);
    }

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(program, args);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
