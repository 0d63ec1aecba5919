using Convscope.Core.Diagnostics;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;

namespace Convscope.Inference.Running;

/// <summary>How much may be recorded of one picture.</summary>
internal static class Budget
{
    /// <summary>Values of all tensors together: one GiB of them.</summary>
    private const long Most = Shapes.Most;

    /// <summary>Adds up sizes.</summary>
    /// <exception cref="DiagnosticException">CS1102 when one tensor, or all together, are too large.</exception>
    public static void Check(IEnumerable<(string Name, long[] Sizes)> tensors, SourceSpan file)
    {
        long total = 0;
        foreach (var (name, sizes) in tensors)
        {
            total += Shapes.Count(sizes)
                ?? throw ModelText.Unsupported($"{ModelText.Quoted(name)} is too large to record: {string.Join(" × ", sizes)}", file);
            if (total > Most)
                throw ModelText.Unsupported(
                    $"the layers give more than {Most:n0} numbers a picture, which is too much to record; a smaller input would do", file);
        }
    }
}
