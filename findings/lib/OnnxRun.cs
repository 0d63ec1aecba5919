using Microsoft.ML.OnnxRuntime;

static partial class OnnxFile
{
    /// <summary>Runs a model on float inputs and gives its first output.</summary>
    public static float[] Run(byte[] model, (string Name, long[] Shape, float[] Values)[] inputs, string output,
        Action<SessionOptions>? set = null)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        set?.Invoke(options);
        using var session = new InferenceSession(model, options);
        using var run = new RunOptions();
        var values = inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape)).ToArray();
        using var results = session.Run(run, [.. inputs.Select(input => input.Name)], values, [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
