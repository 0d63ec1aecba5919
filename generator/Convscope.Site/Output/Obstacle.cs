using Convscope.Core.Diagnostics;

namespace Convscope.Site.Output;

/// <summary>Something in an output folder that no build can move or take away.</summary>
/// <param name="Route">Where, seen from the folder; empty for the folder itself.</param>
/// <param name="Why">What it is and what to do, a sentence.</param>
internal sealed record Obstacle(string Route, string Why)
{
    private const int Most = 20;

    /// <summary>Why an entry can't be moved to another folder, or deleted; null where it can, as far as the system tells.</summary>
    /// <param name="path">Full path of the entry.</param>
    /// <param name="facts">What the system knows of it.</param>
    /// <param name="isMoved">Whether it is to be moved whole, for which a folder must be one's own.</param>
    public static string? Of(string path, FileFacts? facts, bool isMoved)
    {
        if (facts is null) return path.Contains('\ufffd', StringComparison.Ordinal) && !Path.Exists(path)
            ? "its name isn't UTF-8, so that no build can move it; rename it or move it away" : null;
        if (facts.IsFixed) return "it is fixed (chattr +i or +a), so that no build can move it; release it with 'sudo chattr -i -a'";
        if (facts.IsMountPoint)
            return "another file system is mounted there, which no build can move; unmount it, or mount the whole output folder instead";
        return isMoved && facts.IsFolder && !Rights.MayChange(path) ? Foreign(facts) : null;
    }

    /// <summary>Why nothing can be taken out of a folder.</summary>
    public static string Closed(string path, FileFacts? facts) =>
        facts is { IsFixed: true } ? Of(path, facts, isMoved: false)!
        : Rights.IsReadOnly(path) ? "it is on a file system that is mounted for reading only; mount it for writing" : Foreign(facts);

    /// <summary>The diagnostics; of very many the first.</summary>
    /// <param name="obstacles">What was found.</param>
    /// <param name="shown">The output folder as the user named it.</param>
    /// <param name="aftermath">What is true of the site, such as <c>the old site is untouched</c>.</param>
    public static IEnumerable<Diagnostic> Tell(IReadOnlyCollection<Obstacle> obstacles, string shown, string aftermath)
    {
        var all = obstacles.OrderBy(one => one.Route, StringComparer.Ordinal).ToList();
        foreach (var one in all.Take(Most))
        {
            var more = one == all[^1] || all.IndexOf(one) < Most - 1 ? "" : $" (and so are {all.Count - Most} others)";
            yield return Diagnostic.Error(
                DiagnosticCodes.Immovable, $"{one.Why}, or choose another folder with --output{more}; {aftermath}",
                    new(one.Route.Length == 0 ? shown : $"{shown}/{one.Route}"));
        }
    }

    private static string Foreign(FileFacts? facts) => facts is null
        ? "you have no right to change it; ask for that right"
        : $"it belongs to {(facts.Owner == 0 ? "root, perhaps since a build ran with sudo" : $"user {facts.Owner}")}, and you have no right to change it; take it over with 'sudo chown -R', or ask for that right";
}
