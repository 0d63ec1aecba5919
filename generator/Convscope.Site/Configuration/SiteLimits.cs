namespace Convscope.Site.Configuration;

/// <summary>How much of a large model, or of many pictures, a site shows. Null leaves a limit to the generator.</summary>
public sealed record SiteLimits
{
    /// <summary>Units of a layer that get a map and a page.</summary>
    public int? Units { get; init; }

    /// <summary>Layers that get pages for each picture.</summary>
    public int? Layers { get; init; }

    /// <summary>Pictures that the network is run on.</summary>
    public int? Pictures { get; init; }

    /// <summary>Bytes of the whole site.</summary>
    public long? Bytes { get; init; }

    /// <summary>These limits, and others where these leave one open.</summary>
    public SiteLimits Or(SiteLimits others) => new()
    {
        Units = Units ?? others.Units, Layers = Layers ?? others.Layers, Pictures = Pictures ?? others.Pictures, Bytes =
            Bytes ?? others.Bytes,
    };
}
