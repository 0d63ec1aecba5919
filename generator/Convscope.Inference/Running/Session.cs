using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Convscope.Inference.Rewriting;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Running;

/// <summary>One loaded model in ONNX Runtime. Safe to run from several threads at once.</summary>
internal sealed class Session : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly ModelProto _model;
    private readonly Weights _weights;
    private readonly string[] _inputs;
    private readonly long[] _sizes;
    private readonly SourceSpan _file;

    static Session() => RuntimeTelemetry.SwitchOff();

    /// <param name="model">The model without its large weights.</param>
    /// <param name="weights">Its weights, fed at each run.</param>
    /// <param name="input">Where the picture goes.</param>
    /// <param name="file">Where the model is, for messages.</param>
    /// <param name="isLimited">Whether memory is taken from <see cref="MemoryLimit"/>.</param>
    /// <param name="isOptimised">Whether the runtime may compute otherwise than the file says: the answer alone is asked for.</param>
    /// <exception cref="DiagnosticException">CS1102 with the first line of what ONNX Runtime said.</exception>
    public Session(ModelProto model, Weights weights, GraphInput input, SourceSpan file, bool isLimited = false,
        bool isOptimised = false)
    {
        (_model, _weights, _sizes, _file) = (model, weights, input.Sizes, file);
        _inputs = [input.Name, .. weights.Names];
        using var options = new SessionOptions
        {
            // Pictures run in parallel, so each runs on one thread. With every tensor an output there is nothing to fuse,
            // and an arena would keep the largest run's memory.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = isOptimised ? GraphOptimizationLevel.ORT_ENABLE_ALL : GraphOptimizationLevel.ORT_DISABLE_ALL,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        if (isLimited) options.AddSessionConfigEntry("session.use_env_allocators", "1");
        try
        {
            var exact = model.Clone();
            if (!isOptimised) ExactProducts.Apply(exact);
            _session = new InferenceSession(exact.ToByteArray(), options);
        }
        catch (OnnxRuntimeException error)
        {
            throw Refusal.Of("can't load", error, model, file, () => Culprit.Of(model, part => Loads(part, options)));
        }
    }

    private static bool Loads(ModelProto model, SessionOptions options)
    {
        try
        {
            new InferenceSession(model.ToByteArray(), options).Dispose();
            return true;
        }
        catch (OnnxRuntimeException)
        {
            return false;
        }
    }

    /// <summary>Sizes of the outputs that are known beforehand; what isn't counts as 1.</summary>
    public IEnumerable<(string Name, long[] Sizes)> Sizes => _session.OutputMetadata
        .Where(output => output.Value.IsTensor)
        .Select(output => (output.Key, output.Value.Dimensions.Select(size => Math.Max(size, 1L)).ToArray()));

    /// <summary>Runs on values in the file's own layout.</summary>
    /// <returns>The outputs in the order asked for; the caller disposes them.</returns>
    public IDisposableReadOnlyCollection<OrtValue> Run(float[] values, IReadOnlyCollection<string> outputs)
    {
        OrtValue[] inputs = [Picture(values), .. _weights.Feed()];
        try
        {
            return _session.Run(_run, _inputs, inputs, outputs);
        }
        catch (OnnxRuntimeException error)
        {
            throw Refusal.Of("can't run", error, _model, _file);
        }
        finally
        {
            foreach (var input in inputs) input.Dispose();
        }
    }

    /// <summary>The picture in memory of the runtime's, for the reason that <see cref="Recorder"/> gives.</summary>
    private OrtValue Picture(float[] values)
    {
        var picture = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, _sizes);
        values.CopyTo(picture.GetTensorMutableDataAsSpan<float>());
        return picture;
    }

    /// <summary>The error of a layer whose number of values isn't the same for every picture.</summary>
    public DiagnosticException Changed(string layer) =>
        ModelText.Unsupported($"what {ModelText.Quoted(layer)} gives has another shape for every picture", _file);

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }
}
