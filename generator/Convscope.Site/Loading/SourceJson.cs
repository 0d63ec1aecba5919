using System.Text.Json.Serialization;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;

namespace Convscope.Site.Loading;

/// <summary>How what a build reads becomes bytes to hash, and the manifest a file: written by the compiler, since reflection would take longer than all the rest.</summary>
[JsonSerializable(typeof(SiteConfig))]
[JsonSerializable(typeof(ModelMetadata))]
[JsonSerializable(typeof(PictureEntry))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(Glossary))]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class SourceJson : JsonSerializerContext;
