using System.Text.Json.Serialization;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Loading;

/// <summary>How what a build reads becomes bytes to hash: written by the compiler, since reflection would take longer than all the rest.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PictureEntry))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(Glossary))]
[JsonSerializable(typeof(ChapterSource))]
internal sealed partial class SourceJson : JsonSerializerContext;
