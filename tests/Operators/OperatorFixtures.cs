namespace Convscope.Tests.Operators;

/// <summary>Finds every fixture.</summary>
internal static class OperatorFixtures
{
    private static readonly Dictionary<string, OperatorFixture> ByName = typeof(OperatorFixtures).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(OperatorFixture)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, type => (OperatorFixture)Activator.CreateInstance(type)!);

    /// <summary>The fixtures and their models, for a theory.</summary>
    public static IEnumerable<object[]> All =>
        from fixture in ByName.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        from model in fixture.Value.Models
        select new object[] { fixture.Key, model.Name };

    /// <summary>The names of the fixtures.</summary>
    public static IEnumerable<object[]> Names => ByName.Keys.Order(StringComparer.Ordinal).Select(name => new object[] { name });

    /// <summary>A fixture by its name.</summary>
    public static OperatorFixture Of(string fixture) => ByName[fixture];

    /// <summary>A model of a fixture, built anew.</summary>
    public static ModelBuilder Model(string fixture, string model) => Of(fixture).Models.Single(candidate => candidate.Name == model).Model;
}
