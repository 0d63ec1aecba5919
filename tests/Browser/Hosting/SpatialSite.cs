namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of the network of operators that move cells about.</summary>
public sealed class SpatialSite : OperatorsSite
{
    /// <inheritdoc/>
    protected override string Model => "spatial";
}
