using System.Runtime.CompilerServices;
using Convscope.Core.Diagnostics;
using Convscope.Inference;

namespace Convscope.Tests.Unit.Inference;

/// <summary>CNN Explainer's network, kept as test data.</summary>
internal static class Fixture
{
    public static string PathOf(string name) => Path.Combine(Folder(), "..", "..", "fixtures", "cnn-explainer", name);

    public static OnnxModel Load(string name) => OnnxModel.Load(File.ReadAllBytes(PathOf(name)), new SourceSpan(name), new ModelOptions());

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
