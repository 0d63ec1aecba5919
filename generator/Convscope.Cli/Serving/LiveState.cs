using System.Collections.Immutable;
using System.Text.Json;
using Convscope.Core.Diagnostics;

namespace Convscope.Cli.Serving;

/// <summary>What the last build came to.</summary>
/// <param name="Version">Grows with every build that changed something.</param>
/// <param name="Problems">What stopped it; the site shown is then an older one, or none.</param>
public sealed record LiveState(int Version, ImmutableArray<string> Problems)
{
    /// <summary>Before the first build.</summary>
    public static readonly LiveState First = new(0, []);

    /// <summary>The state after a build that succeeded.</summary>
    public LiveState Built(bool isUnchanged) => isUnchanged && Problems.IsEmpty && Version > 0 ? this : new(Version + 1, []);

    /// <summary>The state after a build that failed.</summary>
    public LiveState Failed(IEnumerable<Diagnostic> diagnostics) => this with { Problems = [.. diagnostics.Select(diagnostic => diagnostic.ToString())] };

    /// <summary>As a message for browsers.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { version = Version, problems = Problems });
}
