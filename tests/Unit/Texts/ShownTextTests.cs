using System.Globalization;
using Convscope.Core.Texts;

namespace Convscope.Tests.Unit.Texts;

/// <summary>One rule for every text that others wrote.</summary>
public sealed class ShownTextTests
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";

    [Theory]
    [InlineData("")]
    [InlineData("ladybug")]
    [InlineData("\u74E2\u866B")]
    [InlineData("\u00e9 e\u0301 \U0001F41E\uFE0F")]
    [InlineData("a\nb\tc")]
    [InlineData("mark\u200E of direction")]
    public void An_ordinary_text_stays_as_it_is(string text) => Assert.Equal(text, ShownText.Name(text));

    [Fact]
    public void A_name_of_the_greatest_length_stays_and_a_longer_one_is_cut()
    {
        var longest = new string('w', ShownText.NameLength);
        Assert.Equal(longest, ShownText.Name(longest));
        Assert.Equal(longest[1..] + "…", ShownText.Name(longest + "w"));
        Assert.Equal(longest + "w", ShownText.Whole(longest + "w"));
        Assert.Equal(longest + "w", ShownText.Sentence(longest + "w"));
    }

    [Theory]
    [InlineData(Family)]
    [InlineData("e\u0301")]
    [InlineData("\U0001F1E9\U0001F1EA")]
    [InlineData("\U0001F44B\U0001F3FD")]
    public void It_is_cut_between_characters_as_readers_count_them(string character)
    {
        var shown = ShownText.Name(string.Concat(Enumerable.Repeat(character, 10_000)));
        var elements = Elements(shown);
        Assert.Equal(ShownText.NameLength, elements.Length);
        Assert.All(elements[..^1], element => Assert.Equal(character, element));
        Assert.Equal("…", elements[^1]);
    }

    [Fact]
    public void One_character_of_ten_thousand_marks_is_cut_too() =>
        Assert.Equal("…", ShownText.Name("e" + new string('\u0301', 10_000)));

    [Theory]
    [InlineData("\u202Etxt.exe", "txt.exe")]
    [InlineData("a\u202Ab\u202Bc\u202Cd\u202De", "abcde")]
    [InlineData("\u2066a\u2067b\u2068c\u2069", "abc")]
    [InlineData("a\0b\u0001c\u009Fd", "abcd")]
    public void Controls_are_left_out(string given, string shown)
    {
        Assert.Equal(shown, ShownText.Name(given));
        Assert.Equal(shown, ShownText.Whole(given));
    }

    [Theory]
    [InlineData("\u05E9\u05DC\u05D5\u05DD")]
    [InlineData("cat \u0642\u0637\u0629, 3")]
    [InlineData("a\u200F")]
    [InlineData("\U0001E922")]
    public void Right_to_left_letters_stand_apart(string given)
    {
        Assert.Equal($"\u2068{given}\u2069", ShownText.Name(given));
        Assert.Equal($"\u2068{given}\u2069", ShownText.Name("\u202E" + given + "\u2067"));
    }

    [Fact]
    public void Whatever_is_cut_is_still_set_apart()
    {
        var shown = ShownText.Name(string.Concat(Enumerable.Repeat("\u05E9\u05DC ", 10_000)));
        Assert.StartsWith("\u2068\u05E9", shown);
        Assert.EndsWith("…\u2069", shown);
    }

    /// <summary>Random texts of the worst characters: short, balanced, whole characters, and the same when it is done again.</summary>
    [Fact]
    public void It_holds_for_any_text()
    {
        string[] parts = ["a", "é", "e\u0301",
            Family, "\u05D0", "\u0627", "\u202E", "\u2067", "\u2069", "\u200F", "\u200B", "\uD83D", "\uDC68", "\0", " ", "\u0600",
                "\u0301", "漢", "<", "\U0001F1E9"];
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var given = string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => parts[random.Next(parts.Length)]));
            var shown = ShownText.Name(given);
            Assert.Equal(shown, ShownText.Name(shown));
            var inner = shown.Trim('\u2068', '\u2069');
            Assert.True(Elements(inner).Length <= ShownText.NameLength, shown);
            Assert.DoesNotContain(inner, letter => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\0');
            Assert.Equal(inner.Length == shown.Length ? 0 : 2, shown.Length - inner.Length);
            if (!inner.EndsWith('…')) Assert.Equal(ShownText.Whole(given), shown);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \u200B\u2028\u202E\uFEFF\0", true)]
    [InlineData("\u200Ba", false)]
    [InlineData("?", false)]
    [InlineData("\uD83D", false)]
    public void A_text_that_shows_nothing_is_told(string text, bool isBlank) => Assert.Equal(isBlank, ShownText.IsBlank(text));

    private static string[] Elements(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return [.. starts.Select((start, i) => text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)])];
    }
}
