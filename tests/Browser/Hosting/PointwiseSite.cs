namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of the network of functions, normalisations and arithmetic of single cells.</summary>
public sealed class PointwiseSite : OperatorsSite
{
    /// <inheritdoc/>
    protected override string Model => "pointwise";
}
