using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Planning;

/// <summary>About how many bytes a picture takes, from the shapes alone, before anything is made.</summary>
public static class SizeEstimate
{
    private const long Overview = 250_000;
    private const long LayerPage = 12_000;
    private const long UnitPage = 9_000;
    private const long Term = 110;
    private const long Sheet = 60_000;

    /// <summary>Bytes of one picture's pages, maps and data when so many units of each layer are shown.</summary>
    /// <param name="network">The network.</param>
    /// <param name="shown">The layers whose units have pages.</param>
    /// <param name="units">Units of a layer.</param>
    /// <param name="languages">Languages that each page is written in; maps and data are shared.</param>
    public static long Picture(NetworkGraph network, IReadOnlySet<string> shown, int units, int languages = 1) =>
        (Overview * languages) + network.Layers.Sum(layer =>
            (LayerPage * languages) + (layer.Shape.Units > units ? Sheet : 0)
            + Math.Min(layer.Shape.Units, units) * (shown.Contains(layer.Id) ? Unit(layer, units, languages) : 0));

    /// <summary>A unit's page, its map as a picture and its numbers as base64 of what hardly compresses.</summary>
    private static long Unit(Layer layer, int units, int languages)
    {
        var map = layer.Shape.IsVector ? 0 : layer.Shape.MapSize * 11L / 2;
        var terms = layer.Operator switch
        {
            IHasKernels conv => Math.Min(units, conv.Listed) * conv.KernelHeight * conv.KernelWidth,
            IHasWindow pool => Math.Min(64, pool.Window.Rows.Kernel * pool.Window.Columns.Kernel),
            IFullyConnected => 50,
            _ => 1,
        };
        return ((UnitPage + (terms * Term)) * languages) + map;
    }
}
