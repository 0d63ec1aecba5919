using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Building;

/// <summary>What a build tells besides what reading its sources does; a build that changes nothing tells it again.</summary>
/// <param name="Warnings">Doubts, and what is over its budget.</param>
/// <param name="Notes">Sentences below the counts.</param>
internal sealed record Told(ImmutableArray<Diagnostic> Warnings, ImmutableArray<string> Notes)
{
    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Warnings.Length);
        foreach (var warning in Warnings)
        {
            writer.Write(warning.Code);
            writer.Write(warning.Message);
            writer.Write(warning.Span?.Path ?? "");
        }

        writer.Write(Notes.Length);
        foreach (var note in Notes) writer.Write(note);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Told Read(BinaryReader reader)
    {
        var warnings = new Diagnostic[reader.ReadInt32()];
        for (var i = 0; i < warnings.Length; i++) warnings[i] = ReadWarning(reader);
        var notes = new string[reader.ReadInt32()];
        for (var i = 0; i < notes.Length; i++) notes[i] = reader.ReadString();
        return new([.. warnings], [.. notes]);
    }

    private static Diagnostic ReadWarning(BinaryReader reader)
    {
        var (code, message, path) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        return Diagnostic.Warning(code, message, path.Length > 0 ? new(path) : null);
    }
}
