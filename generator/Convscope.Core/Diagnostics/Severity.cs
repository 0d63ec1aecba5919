namespace Convscope.Core.Diagnostics;

/// <summary>How much a diagnostic matters: a warning is told, an error stops the build before anything is written.</summary>
public enum Severity
{
    /// <summary>The build goes on.</summary>
    Warning,

    /// <summary>The build writes nothing and exits with 1.</summary>
    Error,
}
