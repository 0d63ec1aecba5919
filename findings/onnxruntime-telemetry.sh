#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1 for Linux: to create a session makes an identifier of the device and a database of telemetry events in the
# user's home, to be sent to the maker, though nothing was asked or said; earlier packages had telemetry on Windows alone. With the variable
# ORT_DISABLE_TELEMETRY set before the process starts, nothing is made. Setting it by Environment.SetEnvironmentVariable is too late for the
# native library, which asks the C library.
. "$(dirname "$0")/lib/expect.sh"
unset CI TF_BUILD GITHUB_ACTIONS ORT_DISABLE_TELEMETRY
seen='without the variable: deviceid onnxruntime.db
set within the process by .NET: deviceid onnxruntime.db
set before: '
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
using System.Diagnostics;
if (args.Length > 0)
{
    if (args[0] == "within") Environment.SetEnvironmentVariable("ORT_DISABLE_TELEMETRY", "1");
    OnnxFile.Run(OnnxFile.Of("Relu", 13, [("x", [1], null)], ["y"]), [("x", [1], [1])], "y");
    return;
}

foreach (var (how, name) in new[] { ("without", "without the variable"), ("within", "set within the process by .NET"), ("before", "set before") })
{
    var home = Directory.CreateTempSubdirectory();
    var start = new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet") ? [typeof(OnnxFile).Assembly.Location, how] : [how]);
    foreach (var variable in new[] { "HOME", "XDG_CACHE_HOME" }) start.Environment[variable] = home.FullName;
    if (how == "before") start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
    Process.Start(start)!.WaitForExit();
    var made = home.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Where(file => !file.Contains('-')).Order();
    Console.WriteLine($"{name}: {string.Join(' ', made)}");
    home.Delete(recursive: true);
}
PROGRAM
