using Convscope.Cli.Reporting;
using Convscope.Core.Diagnostics;

namespace Convscope.Tests.Cli;

/// <summary>What is said of what nobody can provoke at will.</summary>
public sealed class GuardTests
{
    private const string Untouched = "the old site is untouched";

    /// <summary>As it comes: bare, from one of several threads, beside what came of it, behind a type that couldn't be made.</summary>
    public static TheoryData<Exception> FullMemory =>
    [
        new InsufficientMemoryException(),
        new AggregateException(new InvalidOperationException("x"), new AggregateException(new InsufficientMemoryException())),
        new AggregateException(new IOException("x"), new TypeInitializationException("y", new InsufficientMemoryException())),
    ];

    [Theory]
    [MemberData(nameof(FullMemory))]
    public void MemoryThatRunsOut(Exception thrown)
    {
        var (exit, told) = Run(thrown);
        Assert.Equal(1, exit);
        Assert.Equal(DiagnosticCodes.OutOfMemory, told.Code);
        Assert.StartsWith("there isn't enough memory; ", told.Message, StringComparison.Ordinal);
        Assert.EndsWith(Untouched, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralThreadsTheFirstReasonIsTold()
    {
        var (exit, told) = Run(new AggregateException(new AggregateException(new IOException("Input/output error : '/a/b'")),
            new InvalidOperationException("x")));
        Assert.Equal(1, exit);
        Assert.Equal($"the system refused a file: Input/output error : '/a/b'; {Untouched}", told.Message);
    }

    [Fact]
    public void ADefectIsCalledOne()
    {
        var (exit, told) = Run(new AggregateException(new InvalidOperationException("a\nb"), new InvalidOperationException("c")));
        Assert.Equal(70, exit);
        Assert.Equal($"unexpected: a b (run again with --debug for the details); {Untouched}", told.Message);
    }

    private static (int Exit, Diagnostic Told) Run(Exception thrown)
    {
        var told = new List<Diagnostic>();
        var exit = Guard.Run(() => throw thrown, told.Add, debug: false, () => Untouched);
        return (exit, Assert.Single(told));
    }
}
