using System.Collections.Concurrent;
using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Building;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons;

/// <summary>
/// Keeps what lessons show of the pictures while these stream by. A picture that is chosen by a rule, such as the most certain
/// one, is known only at the end: until then the best so far is kept, and of it only the layers that a figure shows.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="order">The pictures' ids in order, since they may come in any.</param>
/// <param name="needs">What is wanted.</param>
/// <param name="overviews">Makes the overview of a picture in each language.</param>
public sealed class LessonPictures(
    NetworkGraph network, ImmutableArray<string> order, LessonNeeds needs,
    Func<PictureRun, ImmutableDictionary<string, MapsView>, ImmutableDictionary<string, OverviewView>> overviews) : IPictureVisitor
{
    private readonly ImmutableDictionary<string, int> _order =
        order.Select((id, i) => (id, i)).ToImmutableDictionary(pair => pair.id, pair => pair.i);
    private readonly ImmutableArray<Slot> _slots =
        [.. needs.Choices.GroupBy(choice => (choice.Rule, choice.Id)).Select(group => new Slot([.. group]))];
    private readonly ConcurrentDictionary<(string Layer, int Picture), LayerAnswer> _answers = new();

    /// <inheritdoc/>
    public void Visit(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps)
    {
        var index = _order[picture.Id];
        var wanted = _slots.Where(slot => slot.Wants(picture, index)).ToList();
        if (wanted.Count > 0)
        {
            var choices = wanted.SelectMany(slot => slot.Choices).ToList();
            var layers = choices.SelectMany(needs.Layers).Distinct();
            var kept = new LessonPicture(
                index, picture, maps, layers.ToImmutableDictionary(id => id, id => run.Activations[network[id]]),
                choices.Exists(needs.WantsOverview) ? overviews(run, maps) : ImmutableDictionary<string, OverviewView>.Empty);
            foreach (var slot in wanted) slot.Offer(kept);
        }

        foreach (var id in needs.Statistics) _answers[(id, index)] = Answer(index, picture, maps[id], run.Activations[network[id]]);
    }

    /// <summary>The picture that a rule chose, or null where none fits.</summary>
    public LessonPicture? Find(PictureChoice choice) => _slots.FirstOrDefault(slot => slot.Choices.Contains(choice))?[choice.Rank];

    /// <summary>How a layer answered to every picture, in their order.</summary>
    public IReadOnlyList<LayerAnswer> Answers(Layer layer) =>
        [.. _answers.Where(pair => pair.Key.Layer == layer.Id).OrderBy(pair => pair.Key.Picture).Select(pair => pair.Value)];

    private static LayerAnswer Answer(int index, PictureView picture, MapsView maps, Tensor tensor)
    {
        var (maxima, areZero) = (new float[tensor.Shape.Units], new bool[tensor.Shape.Units]);
        for (var unit = 0; unit < maxima.Length; unit++)
        {
            var statistics = MapStatistics.Of(tensor, unit);
            (maxima[unit], areZero[unit]) = (statistics.Maximum, statistics.ZeroShare == 1);
        }

        return new(index, picture, maps, maxima, areZero);
    }

    /// <summary>The best pictures by one rule, as many as are asked for.</summary>
    private sealed class Slot(ImmutableArray<PictureChoice> choices)
    {
        private readonly int _count = choices.Max(choice => choice.Rank) + 1;
        private readonly SortedList<(double Score, int Index), LessonPicture> _best = [];

        public ImmutableArray<PictureChoice> Choices => choices;

        /// <summary>Of a site's only picture, the next one is itself.</summary>
        public LessonPicture? this[int rank] => rank < _best.Count ? _best.Values[rank]
            : choices[0].Rule == PictureRule.First && _best.Count > 0 ? _best.Values[^1] : null;

        public bool Wants(PictureView picture, int index)
        {
            if (choices[0].Score(picture) is not { } score) return false;
            lock (_best) return _best.Count < _count || (score, index).CompareTo(_best.Keys[^1]) < 0;
        }

        public void Offer(LessonPicture picture)
        {
            lock (_best)
            {
                _best[(choices[0].Score(picture.View)!.Value, picture.Index)] = picture;
                if (_best.Count > _count) _best.RemoveAt(_best.Count - 1);
            }
        }
    }
}
