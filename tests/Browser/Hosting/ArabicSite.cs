using Convscope.Tests.Shared;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site in Arabic, which isn't built in: a short chapter of its own, and the words of the templates in English but for its
/// tag.</summary>
public sealed class ArabicSite : WrittenSite
{
    /// <inheritdoc/>
    protected override void WriteSources()
    {
        Copy("models/tiny-vgg.onnx", "models/tiny-vgg.onnx");
        Copy("models/tiny-vgg.yaml", "models/tiny-vgg.yaml");
        Copy("content/images/koala.png", "images/koala.png");
        Write("content/site.yaml",
            "title: داخل شبكة عصبية\nmodel: models/tiny-vgg.onnx\nimages: images\nlanguage: ar\ncontent: content/ar\n");
        var english = File.ReadAllText(Path.Combine(Repository.Root, "templates", "words", "en.yaml"));
        Write("content/ar/words.yaml", OwnWords.In(english, "ar")
            .Replace("language_name: English\n", "language_name: العربية\n", StringComparison.Ordinal));
        Write("content/ar/index.md", "# داخل شبكة عصبية\n\nكل رقم هنا محسوب من النموذج.\n");
        Write("content/ar/convolution.md",
            "---\ntitle: الالتفاف\norder: 1\n---\n\nكل خلية مجموع: :value{probability picture=first}، و`conv_1_1`.\n\n"
            + "::: unit layer=conv:first unit=0 picture=first\nوحدة من أول التفاف.\n:::\n\n::: question\nكم وحدة؟\n\n:value{units layer=conv:first}.\n:::\n");
        Write("content/ar/pooling.md", "---\ntitle: التجميع\norder: 2\n---\n\nيبقى الأكبر.\n");
    }
}
