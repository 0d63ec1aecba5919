using Convscope.Core.Planning;

namespace Convscope.Tests.Unit.Planning;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Two Words.final", "two-words-final")]
    [InlineData("Größe", "grosse")]
    [InlineData("Gro\u0308ße", "grosse")]
    [InlineData("Ærø, Łódź & Đà Nẵng", "aero-lodz-da-nang")]
    [InlineData("İstanbul ışık", "istanbul-isik")]
    [InlineData("卷积 层", "卷积-层")]
    [InlineData("Свёртка", "свёртка")]
    [InlineData("ΔΙΚΤΥΟ", "δικτυο")]
    [InlineData("कीट", "कीट")]
    [InlineData("شبكة", "شبكة")]
    [InlineData("\u202Egnp.evil\u202C", "gnp-evil")]
    [InlineData("🐞 <b>'\"", "b")]
    [InlineData("☃", "item")]
    public void A_name_becomes_a_part_of_an_address_that_keeps_its_letters(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("Größe", "größe")]
    [InlineData("Stride & padding", "stride-padding")]
    [InlineData("卷积", "卷积")]
    [InlineData("!", "section")]
    public void An_anchor_keeps_accents_too(string words, string anchor) => Assert.Equal(anchor, Slug.Anchor(words));

    [Fact]
    public void A_slug_is_its_own()
    {
        foreach (var name in new[] { "Größe", "卷积 层", "कीट", "a_b-c", new string('x', 100), new string('層', 100) })
            Assert.Equal(Slug.Of(name), Slug.Of(Slug.Of(name)));
        Assert.Equal("item", Slug.Of(string.Concat(Enumerable.Repeat("\uD83D\uDC1E", 50))));
        Assert.Equal(60, Slug.Of(string.Concat(Enumerable.Repeat("\U00020000", 50))).Length);
    }
}
