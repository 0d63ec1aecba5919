using System.Runtime.CompilerServices;
using ApprovalTests;
using ApprovalTests.Core;
using ApprovalTests.Core.Exceptions;
using ApprovalTests.Writers;

namespace Convscope.Tests.Snapshots;

/// <summary>
/// Compares with an approved file in <c>Approved/</c>; a missing one fails as a different one does. The only file that knows
/// ApprovalTests. With <c>CONVSCOPE_ACCEPT=1</c> what comes out becomes the approved file: look at the difference before
/// committing it.
/// </summary>
public static class Snapshot
{
    private static readonly bool IsAccepting = Environment.GetEnvironmentVariable("CONVSCOPE_ACCEPT") == "1";
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Approved");

    /// <summary>Compares text; the name ends in the file's extension.</summary>
    public static void Match(string text, string name)
    {
        if (IsAccepting) File.WriteAllText(Approved(name), text);
        Verify(WriterFactory.CreateTextWriter(text, Path.GetExtension(name).TrimStart('.')), name, () =>
            FirstDifference(text, Approved(name)));
    }

    /// <summary>Compares bytes; the name ends in the file's extension.</summary>
    public static void Match(byte[] bytes, string name)
    {
        if (IsAccepting) File.WriteAllBytes(Approved(name), bytes);
        Verify(new ApprovalBinaryWriter(bytes, Path.GetExtension(name).TrimStart('.')), name, () => "the bytes differ");
    }

    private static void Verify(IApprovalWriter writer, string name, Func<string> difference)
    {
        try
        {
            Approvals.Verify(writer, new Namer(Path.GetFileNameWithoutExtension(name), Folder), new Silent());
        }
        catch (ApprovalException e)
        {
            var problem = e is ApprovalMissingException ? "there is no approved file" : difference();
            Assert.Fail($"{name}: {problem}\nIf this is meant, run the tests with CONVSCOPE_ACCEPT=1 and look at what git says has changed.");
        }
    }

    private static string FirstDifference(string text, string approved)
    {
        var (now, before) = (text.Split('\n'), File.ReadAllText(approved).Split('\n'));
        var line = now.Zip(before).TakeWhile(pair => pair.First == pair.Second).Count();
        string At(string[] lines) => line < lines.Length ? lines[line] : "(the end)";
        return $"line {line + 1}\n  approved: {At(before)}\n  now:      {At(now)}";
    }

    private static string Approved(string name) =>
        Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(name)}.approved{Path.GetExtension(name)}");

    private static string Here([CallerFilePath] string file = "") => file;

    private sealed record Namer(string Name, string SourcePath) : IApprovalNamer;

    /// <summary>Opens no window: the message says it all.</summary>
    private sealed class Silent : IApprovalFailureReporter
    {
        public void Report(string approved, string received)
        {
        }
    }
}
