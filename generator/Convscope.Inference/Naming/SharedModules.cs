namespace Convscope.Inference.Naming;

/// <summary>What nearly all layers of a network are in tells none from another: <c>model</c>, <c>module</c>, <c>resnetv17_</c>.</summary>
internal static class SharedModules
{
    /// <summary>As many of ten.</summary>
    private const int Nearly = 8;

    /// <summary>The places without it.</summary>
    public static Place[] Dropped(IReadOnlyList<Place> places)
    {
        Place[] left = [.. places];
        while (Next(left) is { Length: > 0 } prefix && Without(left, prefix) is { } shorter) left = shorter;
        return left;
    }

    private static string Next(Place[] places)
    {
        var counted = places.Where(place => place.Module.Length > 0).Select(place => First(place.Module)).Where(first => first.Length > 0)
            .CountBy(first => first).OrderByDescending(pair => pair.Value).FirstOrDefault();
        return counted.Value >= 2 && counted.Value * 10 >= places.Length * Nearly ? counted.Key : "";
    }

    /// <summary>The first part of a module with what ends it; of MXNet's names, <c>resnetv17_</c>, a word that ends in a number.</summary>
    private static string First(string module)
    {
        var dot = module.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0) return module[..(dot + 1)];
        var line = module.IndexOf('_', StringComparison.Ordinal);
        return line > 1 && char.IsDigit(module[line - 1]) && char.IsLetter(module[0]) ? module[..(line + 1)] : "";
    }

    /// <summary>Null where a name would begin with a number by it, or be the same as another.</summary>
    private static Place[]? Without(Place[] places, string prefix)
    {
        Place[] shorter = [.. places.Select(place => place.Module.StartsWith(prefix, StringComparison.Ordinal)
            ? place with { Module = place.Module[prefix.Length..] }
            : place.Module == prefix.TrimEnd('.') ? place with { Module = "" } : place)];
        var isClear = shorter.All(place => place.Module.Length == 0 || !char.IsDigit(place.Module[0]));
        return isClear && Different(shorter) == Different(places) ? shorter : null;
    }

    private static int Different(Place[] places) => places.Select(place => place.Module).Distinct().Count();
}
