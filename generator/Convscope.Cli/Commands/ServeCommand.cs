using System.CommandLine;
using System.Diagnostics;
using Convscope.Cli.Reporting;
using Convscope.Cli.Serving;
using Convscope.Core.Diagnostics;
using Convscope.Site.Loading;

namespace Convscope.Cli.Commands;

/// <summary><c>convscope serve</c>: builds, serves to this machine, and builds again at every change.</summary>
public static class ServeCommand
{
    private const int UsualPort = 8000;

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var command = new Command("serve", "Builds the site, serves it on this machine, and builds it again whenever something changes");
        var site = new SiteOptions(command);
        var port = new Option<Whole?>("--port")
        {
            Description = $"The port to listen on [{UsualPort}, or another where that is taken]",
            HelpName = "number", CustomParser = result => Arguments.Whole(result, "--port", 1, 65535)
        };
        var open = new Option<bool>("--open") { Description = "Open the site in the browser" };
        var debug = new Option<bool>("--debug") { Description = "Print the stack trace of an unexpected error" };
        foreach (var option in new Option[] { port, open, debug }) command.Options.Add(option);
        command.SetAction(parsed => Guard.Run(
            () => Serve(site.Read(parsed), parsed.GetValue(port)?.Value, parsed.GetValue(open), TextWriter.Synchronized(output),
                TextWriter.Synchronized(error), cancel).GetAwaiter().GetResult(),
            diagnostic => error.WriteLine(diagnostic), parsed.GetValue(debug)));
        return command;
    }

    private static async Task<int> Serve(BuildOptions options, int? port, bool open, TextWriter output, TextWriter error,
        CancellationToken cancel)
    {
        SourceFolder.IsThere(new(Path.GetFullPath(options.Root), options.Root));
        var list = WatchList.Of(options, null);
        await using var server = new LiveServer(list.Output, list.BasePath);
        await Start(server, port);
        output.WriteLine($"Serving on {server.Address} (Ctrl-C stops)");
        if (open) Open(server.Address, error);
        await new Workshop(options, server, output, error).RunAsync(cancel);
        return ExitCode.Ok;
    }

    private static async Task Start(LiveServer server, int? port)
    {
        try
        {
            await server.StartAsync(port ?? UsualPort);
        }
        catch (IOException) when (port is null)
        {
            await server.StartAsync(0);
        }
        catch (IOException)
        {
            throw new DiagnosticException(DiagnosticCodes.PortTaken,
                $"port {port} is taken; choose another with --port, or leave --port out to get a free one");
        }
    }

    private static void Open(string address, TextWriter error)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            error.WriteLine($"no browser could be started; open {address} yourself");
        }
    }
}
