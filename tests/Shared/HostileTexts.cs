namespace Convscope.Tests.Shared;

/// <summary>Names that no one should give, and someone will.</summary>
public static class HostileTexts
{
    /// <summary>Markup, quotes, a template's braces.</summary>
    public const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ site.title }}]]></script>";

    /// <summary>Written from right to left.</summary>
    public const string Hebrew = "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD";

    /// <summary>An override and an isolate that nothing closes.</summary>
    public const string Override = "\u202Etxt.exe \u2067never closed";

    /// <summary>Ten names, one a class of the default network.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        new('w', 10_000), Markup, Hebrew, Override,
            Repeated("\U0001F468\u200D\U0001F469\u200D\U0001F467\U0001F3F3\uFE0F\u200D\U0001F308 "),
            Repeated("a label of many words "), "", "\u200B",
        Repeated("\u74E2\u866B"), Repeated("\u0642\u0637\u0629 \u0635\u063A\u064A\u0631\u0629 "),
    ];

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, 10_000 / text.Length));
}
