using System.Collections.Immutable;
using System.Text.Json;
using Convscope.Core.Diagnostics;

namespace Convscope.Cli.Serving;

/// <summary>What the last build came to.</summary>
/// <param name="Run">Told apart by it are the runs of <c>serve</c>, so that a page that an earlier one has served isn't taken for
/// new.</param>
/// <param name="Builds">Grows with every build that changed something.</param>
/// <param name="Problems">What stopped the last build; the site shown is then an older one, or none.</param>
public sealed record LiveState(string Run, int Builds, ImmutableArray<string> Problems)
{
    /// <summary>Before the first build.</summary>
    public static LiveState Start() => new(Guid.NewGuid().ToString("N")[..8], 0, []);

    /// <summary>Names the site that is served: when it changes, pages are to be loaded again.</summary>
    public string Version => FormattableString.Invariant($"{Run}-{Builds}");

    /// <summary>The state after a build that succeeded.</summary>
    public LiveState Built(bool isUnchanged) =>
        isUnchanged && Problems.IsEmpty && Builds > 0 ? this : this with { Builds = Builds + 1, Problems = [] };

    /// <summary>The state after a build that failed.</summary>
    public LiveState Failed(IEnumerable<Diagnostic> diagnostics) =>
        this with { Problems = [.. diagnostics.Select(diagnostic => diagnostic.ToString())] };

    /// <summary>As a message for browsers.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { version = Version, panel = ProblemPanel.Html(Problems) });
}
