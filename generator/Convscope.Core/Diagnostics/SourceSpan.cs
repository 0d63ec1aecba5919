namespace Convscope.Core.Diagnostics;

/// <summary>A place in a source that a user can open. Lines and columns count from one; zero means "the whole file".</summary>
/// <param name="Path">Path as the user would type it, relative to the site's root where possible.</param>
/// <param name="Line">One-based line, or 0.</param>
/// <param name="Column">One-based column, or 0.</param>
public sealed record SourceSpan(string Path, int Line = 0, int Column = 0)
{
    /// <summary>The span in the form that editors and terminals make clickable.</summary>
    public override string ToString() =>
        Line == 0 ? Path : Column == 0 ? $"{Path}:{Line}" : $"{Path}:{Line}:{Column}";
}
