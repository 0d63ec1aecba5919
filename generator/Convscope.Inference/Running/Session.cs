using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Reading;
using Microsoft.ML.OnnxRuntime;

namespace Convscope.Inference.Running;

/// <summary>One loaded model in ONNX Runtime. Safe to run from several threads at once.</summary>
internal sealed partial class Session : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly string _input;
    private readonly long[] _sizes;
    private readonly SourceSpan _file;

    /// <exception cref="DiagnosticException">CS1102 with the first line of what ONNX Runtime said.</exception>
    public Session(byte[] model, GraphInput input, SourceSpan file)
    {
        (_input, _sizes, _file) = (input.Name, input.Sizes, file);
        using var options = new SessionOptions
        {
            // Pictures run in parallel, so each runs on one thread. With every tensor an output there is nothing to fuse,
            // and an arena would keep the largest run's memory.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            _session = new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw Refused("can't load", error, file);
        }
    }

    /// <summary>The first output whose size is known beforehand to be beyond what can be recorded, or null.</summary>
    public string? FirstTooLarge => _session.OutputMetadata
        .Where(output => output.Value.IsTensor)
        .FirstOrDefault(output => Shapes.Count([.. output.Value.Dimensions.Select(size => Math.Max(size, 1L))]) is null)
        .Key;

    /// <summary>Runs on values in the file's own layout.</summary>
    /// <returns>The outputs in the order asked for; the caller disposes them.</returns>
    public IDisposableReadOnlyCollection<OrtValue> Run(float[] values, IReadOnlyCollection<string> outputs)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(values, _sizes);
        try
        {
            return _session.Run(_run, [_input], [input], outputs);
        }
        catch (OnnxRuntimeException error)
        {
            throw Refused("can't run", error, _file);
        }
    }

    /// <summary>The error of a layer whose number of values isn't the same for every picture.</summary>
    public DiagnosticException Changed(string layer) =>
        Plain.Unsupported($"what {Plain.Quoted(layer)} gives has another shape for every picture", _file);

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private static DiagnosticException Refused(string what, OnnxRuntimeException error, SourceSpan file) =>
        Plain.Unsupported($"ONNX Runtime {what} the model: {Plain.Line(ErrorCode().Replace(error.Message, ""))}", file);

    [GeneratedRegex(@"^\[ErrorCode:\w+\] ")]
    private static partial Regex ErrorCode();
}
