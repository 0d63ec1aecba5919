using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Inference.Importing;
using Convscope.Inference.Reading;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Running;

/// <summary>
/// Every tensor of one run on a mid-grey picture: shapes, types and the values of what doesn't depend on the picture.
/// </summary>
internal sealed class Probe : IFindings, IDisposable
{
    private readonly IDisposableReadOnlyCollection<OrtValue> _values;
    private readonly Dictionary<string, OrtValue> _byName;
    private readonly Dictionary<string, Constant?> _asked = new(StringComparer.Ordinal);
    private readonly GraphInput _input;

    /// <exception cref="DiagnosticException">CS1102 when what would be recorded is too much, or the run fails.</exception>
    public Probe(Session session, GraphInput input, IReadOnlyCollection<string> names, SourceSpan file)
    {
        _input = input;
        Budget.Check(session.Sizes, file);
        var grey = new float[input.Shape.Count];
        Array.Fill(grey, 0.5f);
        _values = session.Run(grey, names);
        _byName = names.Zip(_values).Where(pair => pair.Second.IsTensor)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

        // What was not known beforehand is known now.
        Budget.Check(_byName.Keys.Select(name => (name, SizesOf(name))), file);
    }

    /// <inheritdoc/>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <inheritdoc/>
    public TensorElementType TypeOf(string name) => _byName[name].GetTensorTypeAndShape().ElementDataType;

    /// <inheritdoc/>
    public long[] SizesOf(string name) => name == _input.Name ? _input.Sizes : _byName[name].GetTensorTypeAndShape().Shape;

    /// <inheritdoc/>
    public Constant? ValuesOf(string name) => _asked.TryGetValue(name, out var known) ? known : _asked[name] = Read(name);

    /// <inheritdoc/>
    public byte[] ToNote() => NotedFindings.Write(_input, _byName.Keys, this, _asked);

    private Constant? Read(string name) => SingleNumbers.Of(_byName[name]) is { } values
        ? new([.. SizesOf(name).Select(size => (int)size)], values) : null;

    public void Dispose() => _values.Dispose();
}
