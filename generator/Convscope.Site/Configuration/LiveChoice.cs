namespace Convscope.Site.Configuration;

/// <summary>Whether the network computes pictures of the reader's own in the browser: the key <c>live</c>.</summary>
public enum LiveChoice
{
    /// <summary>Where its weights are soon loaded and a picture soon computed.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
