using System.Runtime.InteropServices;
using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Rewriting;

/// <summary>Writes weights that a file gives by their places and values out in full: what lies between is 0.</summary>
internal static class SparseWeights
{
    /// <summary>A quarter of a gigabyte: a file of a few bytes may ask for any size.</summary>
    private const long Most = 1 << 26;

    /// <summary>Changes a model.</summary>
    /// <exception cref="DiagnosticException">CS1102 when one is too large, or has a value in no place of its own.</exception>
    public static void Apply(ModelProto model, GraphChanges changes, SourceSpan file)
    {
        foreach (var sparse in model.Graph.SparseInitializer.ToArray())
        {
            if (sparse.Values is null || sparse.Indices is null || !Numbers.IsReal((Type)sparse.Values.DataType)
                || TensorReader.IsExternal(sparse.Values) || TensorReader.IsExternal(sparse.Indices)) continue;
            TensorReader.Check(sparse.Values, file);
            TensorReader.Check(sparse.Indices, file);
            var dense = new TensorProto { Name = sparse.Values.Name, DataType = (int)Type.Float, Dims = { sparse.Dims } };
            var count = TensorReader.CountOf(dense, file);
            if (count > Most) throw ModelText.Unsupported(
                $"the sparse weight {ModelText.Quoted(dense.Name)} has {count:n0} places, more than can be written out", file);
            SinglePrecision.Set(dense, WrittenOut(sparse, count, file));
            model.Graph.SparseInitializer.Remove(sparse);
            model.Graph.Initializer.Add(dense);
            changes.Add("sparse-weight", dense.Name, "written out in full: what the file leaves out is 0");
        }
    }

    private static float[] WrittenOut(SparseTensorProto sparse, long count, SourceSpan file)
    {
        var values = TensorReader.Read(sparse.Values)?.Values ?? [];
        ReadOnlySpan<long> indices = sparse.Indices.Int64Data.Count > 0
            ? sparse.Indices.Int64Data.ToArray() : MemoryMarshal.Cast<byte, long>(sparse.Indices.RawData.Span);
        var axes = sparse.Indices.Dims.Count == 2 ? sparse.Dims.Count : 1;
        var written = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            var place = (i + 1) * axes <= indices.Length ? PlaceOf(indices.Slice(i * axes, axes), sparse.Dims) : -1;
            if (place < 0 || place >= count)
                throw ModelText.Unsupported($"the sparse weight {ModelText.Quoted(sparse.Values.Name)} has a value outside of its sizes",
                    file);
            written[place] = values[i];
        }

        return written;
    }

    /// <summary>A place among all, from one index, or from one an axis; -1 for one that is outside.</summary>
    private static long PlaceOf(ReadOnlySpan<long> index, Google.Protobuf.Collections.RepeatedField<long> sizes)
    {
        if (index.Length == 1) return index[0];
        long place = 0;
        for (var axis = 0; axis < index.Length; axis++)
        {
            if (index[axis] < 0 || index[axis] >= sizes[axis]) return -1;
            place = (place * sizes[axis]) + index[axis];
        }

        return place;
    }
}
