using System.Collections.Immutable;

namespace Convscope.Site.Lessons.Binding;

/// <summary>What a build notes of a chapter, so that the next one needn't parse it if its text is the same.</summary>
/// <param name="Hash">Of its file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Minutes">Minutes that reading takes.</param>
/// <param name="Files">Routes of the files beside it that it shows or leads to.</param>
/// <param name="Pictures">Routes of the pictures that the table of contents shows.</param>
public sealed record NotedChapter(string Hash, string Title, int Minutes, ImmutableArray<string> Files, ImmutableArray<string> Pictures);
