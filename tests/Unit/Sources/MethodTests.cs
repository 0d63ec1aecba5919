namespace Convscope.Tests.Unit.Sources;

/// <summary>Methods can be read at a glance: under sixty lines, under eight parameters.</summary>
public sealed class MethodTests
{
    private const int LongestLines = 59, MostParameters = 7;

    /// <summary>What comes apart with the build's redesign. Nothing may be added.</summary>
    private static readonly string[] Known =
    [
        "Building/Edition.cs: All", "Building/LessonEdit.cs: LessonEdit", "Building/LessonEdit.cs: Build", "Building/SiteBuilder.cs: Build",
    ];

    [Fact]
    public void Methods_are_short_and_take_few_parameters()
    {
        string[] faults = [.. Faults().Where(fault => !Known.Any(fault.Contains))];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void What_is_known_is_still_there() => Assert.DoesNotContain(Known, known => !Faults().Any(fault => fault.Contains(known)));

    [Fact]
    public void A_long_method_and_a_long_list_are_found()
    {
        string[] body = [.. Enumerable.Repeat("        x++;", 58)];
        string[] text = ["    private static void Long()", "    {", .. body, "    }"];
        Assert.Equal(61, Assert.Single(MethodSource.Of(text)).Lines);
        string[] many = ["    public Many(int a, int b,", "        Func<int, (int, int)> c, int[,] d) =>", "        (_a, _b) = (a, b);"];
        var found = Assert.Single(MethodSource.Of(many));
        Assert.Equal(("Many", 3, 4), (found.Name, found.Lines, found.Parameters));
    }

    private static IEnumerable<string> Faults() =>
        from source in SourceTree.Of("generator")
        from method in MethodSource.Of(source.Lines)
        where method.Lines > LongestLines || method.Parameters > MostParameters
        select $"{source.Path}: {method.Name} has {method.Lines} lines and {method.Parameters} parameters";
}
