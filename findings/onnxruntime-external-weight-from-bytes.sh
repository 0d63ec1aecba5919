#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: a model that is given as bytes, with a weight of at most 8 values in a file beside it, is refused as soon as
# any optimisation is on; the same weight with one value more is read, and the small one is too from a path or without optimisations. That
# larger external weights are found from bytes says nothing about a model's small ones.
. "$(dirname "$0")/lib/expect.sh"
seen='8 values, ORT_DISABLE_ALL: bytes run, file runs
8 values, ORT_ENABLE_BASIC: bytes are refused, file runs
9 values, ORT_DISABLE_ALL: bytes run, file runs
9 values, ORT_ENABLE_BASIC: bytes run, file runs'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
using Microsoft.ML.OnnxRuntime;
var folder = Directory.CreateTempSubdirectory();
Environment.CurrentDirectory = folder.FullName;
foreach (var count in new[] { 8, 9 })
{
    File.WriteAllBytes("weights.bin", [.. Enumerable.Repeat(1f, count).SelectMany(BitConverter.GetBytes)]);
    var model = OnnxFile.WithWeightBeside(count);
    File.WriteAllBytes("model.onnx", model);
    foreach (var level in new[] { GraphOptimizationLevel.ORT_DISABLE_ALL, GraphOptimizationLevel.ORT_ENABLE_BASIC })
    {
        using var options = new SessionOptions { GraphOptimizationLevel = level, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        bool Opens(Func<InferenceSession> open)
        {
            try
            {
                open().Dispose();
                return true;
            }
            catch (OnnxRuntimeException)
            {
                return false;
            }
        }

        var (bytes, file) = (Opens(() => new(model, options)), Opens(() => new("model.onnx", options)));
        Console.WriteLine($"{count} values, {level}: bytes {(bytes ? "run" : "are refused")}, file {(file ? "runs" : "is refused")}");
    }
}

folder.Delete(true);

static partial class OnnxFile
{
    /// <summary>x + w, with w in weights.bin beside the model.</summary>
    public static byte[] WithWeightBeside(int count)
    {
        byte[] place = [.. Field(1, "location"), .. Field(2, "weights.bin")];
        var weight = Join([Field(1, count), Field(2, 1), Field(8, "w"), Field(13, place), Field(14, 1)]);
        var graph = Join([Field(1, Node("Add", ["x", "w"], ["y"])), Field(2, "graph"), Field(5, weight), Field(11, Value("x", [count])),
            Field(12, Value("y", null))]);
        return Join([Field(1, 8), Field(7, graph), Field(8, Field(2, 17))]);
    }
}
PROGRAM
