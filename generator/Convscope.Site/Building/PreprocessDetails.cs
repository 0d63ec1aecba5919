using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Says in words and numbers how a picture became the network's input.</summary>
public sealed class PreprocessDetails(NetworkGraph network, Preprocessing preprocessing, Words words)
{
    private readonly Shape _shape = network.Input.Shape;

    /// <summary>The detail of one channel's page: one pixel's way, step by step.</summary>
    public WidgetDetail OfUnit(WidgetPlace place)
    {
        if (_shape.Sizes.Length != 3) return WidgetDetail.None;
        var (original, cell) = (place.Run.Original, place.At);
        var equation = PreprocessExplanation.Of(preprocessing, cell.Unit, preprocessing.ValueOf(place.Output[cell], cell.Unit));
        var on = PicturePlacement.Of(original.Width, original.Height, _shape.Width, _shape.Height, preprocessing)
            .PixelsOn(original.Width, original.Height);
        var cursor = new CursorView(
            Share(100 * (on.Top + (cell.Row * on.Down))), Share(100 * (on.Left + (cell.Column * on.Right))), Share(100 * on.Down),
                Share(100 * on.Right));
        var view = new PreprocessView(
            equation, Source(cell.Unit), Preparation(original), original.Width, original.Height,
            Share(on.Top), Share(on.Left), Share(on.Down), Share(on.Right), cursor);
        return new(view, new
        {
            scale = preprocessing.Scale, mean = preprocessing.MeanOf(cell.Unit), std = preprocessing.StdOf(cell.Unit), invert =
                preprocessing.Invert,
        });
    }

    /// <summary>The detail of the layer's page: what is done to every channel.</summary>
    public WidgetDetail OfLayer(PictureRun run) => _shape.Sizes.Length == 3 ? new(Preparation(run.Original)) : WidgetDetail.None;

    private PreparationView Preparation(PictureOrigin original)
    {
        var sources = InputChannels.Of(preprocessing.Channels, _shape.Units) ?? [];
        var rows = sources.Select((source, channel) =>
        {
            var (black, white) = (PreprocessExplanation.Of(preprocessing, channel, 0),
                PreprocessExplanation.Of(preprocessing, channel, 255));
            return new ChannelView(channel, NetworkViews.SourceName(source, words), black.Scale, black.Mean, black.Std, black.Result,
                white.Result);
        });
        return new(
            preprocessing.Preset, original.Height, original.Width, preprocessing.Invert,
            InputChannels.AreInTurn(preprocessing.Channels, _shape.Units), sources.Contains(ChannelSource.Alpha), [.. rows])
        {
            Steps = new PreparationSteps(preprocessing, _shape, words).Of(original),
            GreyWeights = sources.Contains(ChannelSource.Luminance)
                ? words[preprocessing.Grey == GreyWeights.Bt709 ? "grey_709" : "grey_601"] : "",
            Sources = string.Join(words["list_comma"], sources.Select(source => NetworkViews.SourceName(source, words))),
        };
    }

    private string Source(int unit) => InputChannels.Of(preprocessing.Channels, _shape.Units) is { } sources
        ? NetworkViews.SourceName(sources[unit], words) : "";

    private static string Share(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);
}
