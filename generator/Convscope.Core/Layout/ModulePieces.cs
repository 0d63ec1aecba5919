using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>What a piece is: a layer that stands alone, a chain about one weighted layer, a region of branches, the classifier.</summary>
internal enum ModulePieceKind
{
    Alone,
    Run,
    Region,
    Head,
}

/// <summary>A stretch of layers that is never taken apart when modules are made: positions, the end exclusive.</summary>
internal readonly record struct ModulePiece(int From, int To, ModulePieceKind Kind, bool EndsStage = false);

/// <summary>
/// Cuts a stretch of a network into pieces. Between two layers that all data flows through, anything that branches is one region,
/// with the layer that ends it: a residual block, an inception module. The rest is chains: a weighted layer with the
/// normalisation, activation and pooling about it.
/// </summary>
internal sealed class ModulePieces(ModuleGraph graph)
{
    private readonly List<ModulePiece> _pieces = [];
    private int _start = -1;
    private bool _hasWeights, _isHead;

    public List<ModulePiece> Of(int from, int to)
    {
        _pieces.Clear();
        _start = -1;
        (_hasWeights, _isHead) = (false, false);
        var previous = from;
        foreach (var cut in graph.Cuts(from, to))
        {
            if (cut == previous) AddLayer(cut);
            else if (IsGate(previous, cut + 1)) Append(previous);
            else AddRegion(previous, cut + 1);
            previous = cut + 1;
        }

        Close(to);
        return _pieces;
    }

    private void AddLayer(int layer)
    {
        var role = graph.Roles[layer];
        if (role == LayerRole.Input || layer == graph.Count - 1)
        {
            Close(layer);
            _pieces.Add(new(layer, layer + 1, ModulePieceKind.Alone));
            return;
        }

        if (TrailsRegion(layer, role))
        {
            _pieces[^1] = _pieces[^1] with { To = layer + 1 };
            return;
        }

        if (graph.EndsMaps(layer) && !_isHead)
        {
            Close(layer);
            _isHead = true;
        }

        if (role == LayerRole.Mix && _hasWeights && !_isHead) Close(layer);
        Append(layer);
        _hasWeights |= role == LayerRole.Mix;
        if (role == LayerRole.Pool && !_isHead) Close(layer + 1, endsStage: true);
    }

    private void AddRegion(int from, int to)
    {
        Close(from);
        _isHead = false;
        _pieces.Add(new(from, to, ModulePieceKind.Region));
    }

    private void Append(int layer)
    {
        if (_start < 0) _start = layer;
    }

    private void Close(int to, bool endsStage = false)
    {
        if (_start >= 0 && to > _start) _pieces.Add(new(_start, to, _isHead ? ModulePieceKind.Head : ModulePieceKind.Run, endsStage));
        (_start, _hasWeights) = (-1, false);
    }

    /// <summary>An activation after a sum, and a channel shuffle after any region, belong to it.</summary>
    private bool TrailsRegion(int layer, LayerRole role)
    {
        if (_start >= 0 || _pieces.Count == 0 || _pieces[^1].Kind != ModulePieceKind.Region || _pieces[^1].To != layer
            || graph.EndsMaps(layer)) return false;
        if (role == LayerRole.Rearrange) return !graph.Layers[layer].Shape.IsVector;
        if (role != LayerRole.Activate) return false;
        for (var i = layer - 1; i >= _pieces[^1].From; i--)
        {
            if (graph.Roles[i] == LayerRole.Join) return graph.Layers[i].Operator.Joins is not (Joining.None or Joining.Stack);
        }

        return false;
    }

    /// <summary>Branches without a weight are an activation written out, such as x · sigmoid(x).</summary>
    private bool IsGate(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (graph.Roles[i] is LayerRole.Mix or LayerRole.Pool) return false;
        }

        return to - from <= 4;
    }
}
