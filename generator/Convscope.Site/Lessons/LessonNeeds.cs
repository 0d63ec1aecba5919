using System.Collections.Concurrent;
using Convscope.Core.Network;
using Convscope.Site.Lessons.Binding;

namespace Convscope.Site.Lessons;

/// <summary>What the figures and numbers of all chapters will want of the pictures, gathered before the first is run.</summary>
public sealed class LessonNeeds
{
    private readonly ConcurrentDictionary<PictureChoice, ConcurrentDictionary<string, bool>> _layers = new();
    private readonly ConcurrentDictionary<PictureChoice, bool> _overviews = new();
    private readonly ConcurrentDictionary<string, bool> _statistics = new(StringComparer.Ordinal);

    /// <summary>The pictures that are wanted.</summary>
    public IEnumerable<PictureChoice> Choices => _layers.Keys;

    /// <summary>Layers whose units are measured on every picture.</summary>
    public IEnumerable<string> Statistics => _statistics.Keys;

    /// <summary>A picture is wanted, and of it the activations of a layer and of what the layer reads.</summary>
    public void Add(PictureChoice choice, Layer? layer = null)
    {
        var layers = _layers.GetOrAdd(choice, _ => new(StringComparer.Ordinal));
        if (layer is null) return;
        layers[layer.Id] = true;
        foreach (var input in layer.Inputs) layers[input] = true;
    }

    /// <summary>The overview of a picture is wanted.</summary>
    public void AddOverview(PictureChoice choice)
    {
        Add(choice);
        _overviews[choice] = true;
    }

    /// <summary>The largest value of each unit of a layer is wanted, on every picture.</summary>
    public void AddStatistics(Layer? layer)
    {
        if (layer is not null) _statistics[layer.Id] = true;
    }

    /// <summary>The layers wanted of a picture.</summary>
    public IEnumerable<string> Layers(PictureChoice choice) => _layers[choice].Keys;

    /// <summary>Whether its overview is wanted.</summary>
    public bool WantsOverview(PictureChoice choice) => _overviews.ContainsKey(choice);
}
