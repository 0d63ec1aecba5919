namespace Convscope.Tests.Browser.Hosting;

/// <summary>Tests that share the <see cref="BrowserFixture"/>: mark a class with <c>[Collection(BrowserCollection.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "browser";
}
