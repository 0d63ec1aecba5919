using Convscope.Core.Operators;
using Convscope.Inference.Importing;
using Convscope.Inference.Reading;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Convscope.Inference.Running;

/// <summary>
/// What an earlier run of the same model found, as far as its import asked for it: the same import can be made of it again, and
/// neither a run nor the runtime is needed.
/// </summary>
internal sealed class NotedFindings : IFindings
{
    /// <summary>It is quicker to run a model again than to note more values than these.</summary>
    private const int MostValues = 1 << 16;

    private readonly Dictionary<string, (TensorElementType Type, long[] Sizes)> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Constant?> _values = new(StringComparer.Ordinal);
    private readonly string _input;
    private readonly long[] _inputSizes;
    private readonly byte[] _note;

    /// <summary>Reads a note.</summary>
    /// <param name="note">What <c>Write</c> gave, of the same model.</param>
    public NotedFindings(byte[] note)
    {
        _note = note;
        using var reader = new BinaryReader(new MemoryStream(note));
        (_input, _inputSizes) = (reader.ReadString(), ReadSizes(reader));
        for (var count = reader.ReadInt32(); count > 0; count--)
            _tensors.Add(reader.ReadString(), ((TensorElementType)reader.ReadInt32(), ReadSizes(reader)));
        for (var count = reader.ReadInt32(); count > 0; count--)
            _values.Add(reader.ReadString(), reader.ReadBoolean() ? ReadConstant(reader) : null);
    }

    /// <summary>The note of a run; empty where it would be too long.</summary>
    /// <param name="input">The input that was fed.</param>
    /// <param name="names">All tensors that were recorded.</param>
    /// <param name="findings">What is known of them.</param>
    /// <param name="values">The values that were asked for.</param>
    public static byte[] Write(GraphInput input,
        IReadOnlyCollection<string> names, IFindings findings, IReadOnlyDictionary<string, Constant?> values)
    {
        if (values.Values.Sum(constant => (long)(constant?.Values.Length ?? 0)) > MostValues) return [];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(input.Name);
        Write(writer, input.Sizes);
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name);
            writer.Write((int)findings.TypeOf(name));
            Write(writer, findings.SizesOf(name));
        }

        writer.Write(values.Count);
        foreach (var (name, constant) in values)
        {
            writer.Write(name);
            writer.Write(constant is not null);
            if (constant is null) continue;
            Write(writer, [.. constant.Sizes.Select(size => (long)size)]);
            writer.Write(constant.Values.Length);
            foreach (var value in constant.Values) writer.Write(value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The picture's side, where it was a square.</summary>
    public int Side => _inputSizes.Length == 4 ? (int)_inputSizes[2] : 1;

    /// <summary>Whether it was this input that was fed, of those worth trying.</summary>
    public bool AreOf(GraphInput input) => input.Name == _input && input.Sizes.AsSpan().SequenceEqual(_inputSizes);

    /// <inheritdoc/>
    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <inheritdoc/>
    public TensorElementType TypeOf(string name) => _tensors[name].Type;

    /// <inheritdoc/>
    public long[] SizesOf(string name) => name == _input ? _inputSizes : _tensors[name].Sizes;

    /// <inheritdoc/>
    public Constant? ValuesOf(string name) => _values[name];

    /// <inheritdoc/>
    public byte[] ToNote() => _note;

    private static void Write(BinaryWriter writer, long[] sizes)
    {
        writer.Write(sizes.Length);
        foreach (var size in sizes) writer.Write(size);
    }

    private static long[] ReadSizes(BinaryReader reader)
    {
        var sizes = new long[reader.ReadInt32()];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = reader.ReadInt64();
        return sizes;
    }

    private static Constant ReadConstant(BinaryReader reader)
    {
        int[] sizes = [.. ReadSizes(reader).Select(size => (int)size)];
        var values = new float[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadSingle();
        return new(sizes, values);
    }
}
