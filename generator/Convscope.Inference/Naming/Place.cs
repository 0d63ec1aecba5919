namespace Convscope.Inference.Naming;

/// <summary>Where a layer stands among an author's modules.</summary>
/// <param name="Module">The module, its parts joined by dots; empty for the network itself.</param>
/// <param name="IsInside">Whether it is one step of that module, and not the module itself.</param>
internal sealed record Place(string Module, bool IsInside = false)
{
    private const int Deepest = 32;

    /// <summary>The modules that it is in, the outermost first, without its own.</summary>
    public IEnumerable<string> Around => Enumerable.Range(1, Math.Max(0, Module.Length - 1)).Where(i => Module[i] == '.').Take(Deepest)
        .Select(i => Module[..i]).Concat(IsInside ? [Module] : []);

    /// <summary>The module around it; empty for the network itself.</summary>
    public string Parent => IsInside ? Module : ParentOf(Module);

    /// <summary>What two modules are both in.</summary>
    public static string Shared(string one, string other)
    {
        string[] parts = one.Split('.'), others = other.Split('.');
        return string.Join('.', parts.Zip(others).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First));
    }

    /// <summary>The place that the file tells of a layer, or null where it tells none.</summary>
    public static Place? Of(LayerOrigin layer)
    {
        if (!layer.Scopes.IsEmpty) return new(layer.Scopes[..^1].LastOrDefault(scope => scope.Length > 0) ?? "", layer.Scopes.Length == 1);
        var path = ModulePath.Is(layer.Node) ? ModulePath.Module(layer.Node, layer.Operator) : null;
        if (path is { Length: > 0 }) return new(path);
        var name = path is null ? Ornaments.Without(layer.Node) : "";
        if (name.Length > 0) return new(name);
        if (layer.Weights.Select(Ornaments.ModuleOf).FirstOrDefault(module => module.Length > 0) is { } module)
            return new(ModulePath.Is(module) ? ModulePath.Module(module, layer.Operator) : module);
        if (path is not null) return new(path);
        if (ModulePath.Is(layer.Tensor)) return new(ModulePath.Module(layer.Tensor, layer.Operator));
        return layer.Node.StartsWith("node_", StringComparison.Ordinal) || Ornaments.Without(layer.Tensor) is not { Length: > 0 } tensor
            ? null : new(tensor);
    }

    private static string ParentOf(string module) => module.LastIndexOf('.') is var dot and >= 0 ? module[..dot] : "";
}
