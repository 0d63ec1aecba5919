namespace Convscope.Inference.Importing;

/// <summary>
/// Operators whose meaning changed between versions of the operator set, brought to the newest where it can say the same.
/// </summary>
internal static class OlderMeaning
{
    /// <summary>Completes the attributes with what an old default was.</summary>
    /// <returns>False when the newest meaning differs from the one in the file.</returns>
    public static bool Update(string opType, int opset, int rank, Dictionary<string, object> attributes)
    {
        switch (opType)
        {
            // Before 13 softmax ran over all axes from `axis` on, by default from 1.
            case "Softmax" or "LogSoftmax" when opset < 13:
                var axis = attributes.TryGetValue("axis", out var given) ? (long)given : 1;
                attributes["axis"] = axis < 0 ? axis + rank : axis;
                return (long)attributes["axis"] == rank - 1;

            // Before 7 broadcasting was asked for, from the front.
            case "Add" or "Sub" or "Mul" or "Div" or "Pow" when opset < 7:
                return !attributes.ContainsKey("broadcast");

            // Before 9 the statistics could be one a cell.
            case "BatchNormalization" when opset < 9:
                return !attributes.TryGetValue("spatial", out var spatial) || (long)spatial == 1;

            default:
                return true;
        }
    }
}
