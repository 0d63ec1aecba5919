using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;
using Convscope.Site.Building;

namespace Convscope.Site.Views;

/// <summary>A row of the verification report.</summary>
public sealed class ErrorView(LayerError error, NetworkViews views, string picture)
{
    /// <summary>The layer.</summary>
    public LayerView Layer { get; } = views.All.First(layer => layer.Id == error.Layer);

    /// <summary>Largest absolute difference.</summary>
    public string Absolute => Scientific(error.Absolute);

    /// <summary>The largest share of a cell's bound, in hundredths.</summary>
    public string OfBound => Percent(error.OfBound);

    /// <summary>The picture it was found on.</summary>
    public string Picture => picture;

    /// <summary>Cells that were recomputed.</summary>
    public long Checked => error.Checked;

    /// <summary>Cells there are.</summary>
    public long Cells => error.Cells;

    /// <summary>Whether only a sample was recomputed.</summary>
    public bool IsSampled => error.Checked < error.Cells;

    /// <summary>As <c>12 %</c>; below one in a hundred as <c>0.4 %</c>.</summary>
    public static string Percent(double share) =>
        (share * 100).ToString(share is > 0 and < 0.01 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>As <c>2.4e-7</c>; exactly nothing as <c>0</c>.</summary>
    public static string Scientific(double value) => value == 0 ? "0" : value.ToString("0.0e-0", CultureInfo.InvariantCulture);
}

/// <summary>The kernels into one unit and the pictures that excite it most.</summary>
public sealed record KernelRowView(int Unit, ImmutableArray<KernelView> Kernels, ImmutableArray<UnitView> Strongest);
