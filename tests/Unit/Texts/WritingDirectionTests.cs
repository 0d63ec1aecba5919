using Convscope.Core.Texts;

namespace Convscope.Tests.Unit.Texts;

/// <summary>The direction of a language, by its tag.</summary>
public sealed class WritingDirectionTests
{
    [Theory]
    [InlineData("ar", true)]
    [InlineData("he-IL", true)]
    [InlineData("fa", true)]
    [InlineData("UR", true)]
    [InlineData("az-Arab", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("en", false)]
    [InlineData("zh-Hans", false)]
    [InlineData("arn", false)]
    [InlineData("en-x-arab", false)]
    [InlineData("", false)]
    public void ItIsThatOfTheScript(string tag, bool isRightToLeft) => Assert.Equal(isRightToLeft, WritingDirection.IsRightToLeft(tag));
}
