namespace Convscope.Core.Planning;

/// <summary>What the user allows a site to hold; null leaves it to <see cref="UnitPlan"/>.</summary>
/// <param name="Units">Units of a layer with a map and a page.</param>
/// <param name="Layers">Layers whose units have pages.</param>
/// <param name="Bytes">Bytes of the whole site.</param>
public sealed record PlanLimits(int? Units = null, int? Layers = null, long? Bytes = null)
{
    /// <summary>In how many languages each page is written.</summary>
    public int Languages { get; init; } = 1;
}
