using System.Collections.Immutable;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// Looks at each picture while its activations are in memory: once a picture, possibly from several threads, before the
/// pages that stand for the whole site are composed.
/// </summary>
public interface IPictureVisitor
{
    /// <summary>Takes from a picture what will be needed later.</summary>
    void Visit(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps);
}
