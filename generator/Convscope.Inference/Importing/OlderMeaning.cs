using Convscope.Core.Operators;

namespace Convscope.Inference.Importing;

/// <summary>
/// Operators whose meaning changed between versions of the operator set, brought to the newest where it can say the same.
/// </summary>
internal static class OlderMeaning
{
    /// <summary>Completes the attributes with what an old default was.</summary>
    /// <returns>False when the newest meaning differs from the one in the file.</returns>
    public static bool Update(string opType, int opset, IReadOnlyList<long> sizes, Dictionary<string, object> attributes)
    {
        switch (OperatorCatalog.MarkOf(opType)?.Form)
        {
            // Before 13 softmax ran over all axes from `axis` on, by default from 1. From the end, an axis doesn't hang on the batch's.
            case NodeForm.OneAxis:
                var axis = attributes.TryGetValue("axis", out var given) ? (long)given : opset < 13 ? 1 : -1;
                if (axis < 0) axis += sizes.Count;
                attributes["axis"] = axis - sizes.Count;
                return opset >= 13 || sizes.Skip((int)axis + 1).All(size => size == 1);

            case NodeForm.LastAxis:
                attributes.TryAdd("axis", -1L);
                return true;

            // Before 7 broadcasting was asked for, from the front.
            case NodeForm.Broadcasting when opset < 7:
                return !attributes.ContainsKey("broadcast");

            // Before 9 the statistics could be one a cell.
            case NodeForm.Statistics when opset < 9:
                return !attributes.TryGetValue("spatial", out var spatial) || (long)spatial == 1;

            default:
                return true;
        }
    }
}
