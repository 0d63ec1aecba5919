using System.Globalization;
using Convscope.Core.Hyperparameters;
using FsCheck.Xunit;

namespace Convscope.Tests.Unit.Hyperparameters;

public sealed class WindowCaseTests
{
    [Theory]
    [InlineData(7, 3, 0, 1, 1, 5)]
    [InlineData(7, 3, 1, 1, 1, 7)]
    [InlineData(7, 3, 1, 2, 1, 4)]
    [InlineData(8, 3, 0, 2, 1, 3)]
    [InlineData(9, 3, 0, 1, 2, 5)]
    [InlineData(3, 5, 1, 1, 1, 1)]
    public void Output_size_follows_the_formula(int n, int k, int p, int s, int d, int output) =>
        Assert.Equal(output, new WindowCase(n, k, p, s, d).Output);

    [Fact]
    public void An_impossible_combination_says_why_and_what_to_do()
    {
        var settings = new WindowCase(3, 5, 0, 2, 1);
        Assert.Null(settings.Output);
        var note = Assert.Single(settings.Notes);
        Assert.Equal("impossible", note.Key);
        Assert.Equal("5 3 0", string.Join(" ", note.Values));
    }

    [Theory]
    [InlineData(7, 3, 1, 1, 1, "same")]
    [InlineData(8, 3, 0, 2, 1, "shrinks 8 3; leftover 1 5 2")]
    [InlineData(6, 3, 1, 2, 1, "shrinks 6 3; leftover 1 5 2 (only_padding)")]
    [InlineData(6, 3, 1, 3, 1, "shrinks 6 2; leftover 2 5 3 (partly_padding 1 1)")]
    [InlineData(7, 2, 0, 3, 1, "shrinks 7 2; leftover 2 5 3; skipped 1")]
    [InlineData(2, 1, 2, 1, 1, "grows 2 6; rim")]
    public void Notes_say_what_is_never_read(int n, int k, int p, int s, int d, string notes) =>
        Assert.Equal(notes, string.Join("; ", new WindowCase(n, k, p, s, d).Notes.Select(Text)));

    private static string Text(WindowNote note) =>
        string.Join(' ', note.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)).Prepend(note.Key))
            + (note.Detail is null ? "" : $" ({Text(note.Detail)})");

    /// <summary>Counting windows one by one gives the same as the formula, and the same rows that are never read.</summary>
    [Property(MaxTest = 200)]
    public void Counting_agrees_with_the_formula(byte a, byte b, byte c, byte e, byte f)
    {
        var settings = new WindowCase(1 + (a % 10), 1 + (b % 5), c % 4, 1 + (e % 4), 1 + (f % 3));
        var (count, read) = (0, new HashSet<int>());
        for (var start = -settings.Padding; start + settings.Axis.Extent <= settings.Input + settings.Padding; start += settings.Stride,
            count++)
        {
            for (var k = 0; k < settings.Kernel; k++) read.Add(start + (k * settings.Dilation));
        }

        Assert.Equal(count, settings.Output ?? 0);
        if (count > 0) Assert.Equal(settings.Input - read.Count(row => row >= 0 && row < settings.Input), settings.Lost + settings.Skipped);
    }

    [Fact]
    public void The_table_holds_both_kinds_and_no_case_twice()
    {
        Assert.Contains(WorkedCases.All, row => row.Case.Output is null);
        Assert.Contains(WorkedCases.All, row => row.Case.Leftover > 0);
        Assert.Equal(WorkedCases.All.Length, WorkedCases.All.Select(row => row.Case).Distinct().Count());
    }
}
