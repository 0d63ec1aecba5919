using System.Text.Json;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>The default network with a hostile name for everything that has one.</summary>
public sealed class HostileSite : WrittenSite
{
    private const int Pictures = 4;

    /// <inheritdoc/>
    protected override void WriteSources()
    {
        string[] names = [.. HostileTexts.Names.Select(name => JsonSerializer.Serialize(name))];
        var (word, words) = (names[0], names[5]);
        Copy("models/tiny-vgg.onnx", "models/net.onnx");
        Write("models/net.yaml",
            $"name: {word}\ntitle: {word}\ndescription: {words}\nlicence: {word}\nlabels: [{string.Join(", ", names)}]\ninput: {{scale: 0.0039}}\nlayers:\n"
            + $"  conv_1_1: {{caption: {word}, module: {word}}}\n  relu_1_1: {{caption: {words}, module: {word}}}\n  conv_1_2: {{module: {names[2]}}}\n  max_pool_1: {{module: {words}}}\n");
        var list = "images:\n";
        foreach (var (picture, i) in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "images"), "*.png")
            .Order(StringComparer.Ordinal).Take(Pictures).Select((picture, i) => (picture, i)))
        {
            Copy(picture, $"content/images/{i}.png");
            list += $"  - {{file: {i}.png, title: {names[i]}, alt: {words}, label: {names[i + 2]}, credit: {names[i]}, licence: {word}, source: {words}}}\n";
        }

        Write("content/images/images.yaml", list);
        Write("content/site.yaml", $"title: {word}\ndescription: {words}\nmodel: models/net.onnx\nhtml: false\n");
        Write("content/en/index.md", $"A site, {HostileTexts.Names[0]}.\n");
        Write("content/en/notes/index.md", $"---\ntitle: {words}\n---\n\nText.\n");
        Write("content/en/glossary.yaml", $"terms:\n  - {{term: kernel, definition: {words}}}\n  - {{term: {word}, definition: {word}}}\n");
        Write("content/en/one.md",
            $"---\ntitle: {word}\ndescription: {word}\n---\n\nA kernel, {HostileTexts.Names[0]}.\n\n## {HostileTexts.Names[0]}\n\n## Two\n\n"
            + "::: softmax\n:::\n\n::: confusion\n:::\n\n::: layer layer=softmax\n:::\n\n::: unit layer=output unit=0\n:::\n\n::: pictures layer=conv_1_1 unit=0\n:::\n");
    }
}
