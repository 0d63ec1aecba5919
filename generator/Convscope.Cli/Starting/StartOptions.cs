namespace Convscope.Cli.Starting;

/// <summary>What the command line says of a new site.</summary>
/// <param name="Title">The site's name.</param>
/// <param name="Languages">The languages of the lesson, the site's own first.</param>
/// <param name="Model">An ONNX file of the user's, or null for the built-in one.</param>
/// <param name="Labels">A file of the model's classes, or null to look for one beside it.</param>
/// <param name="Images">A folder of the user's pictures, or null for the built-in ones.</param>
public sealed record StartOptions(string Title, IReadOnlyList<string> Languages, string? Model, string? Labels, string? Images);
