using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Convscope.Site.Markdown;

/// <summary>A block between <c>:::</c> fences: a directive with its caption, or its text, as children.</summary>
public sealed class DirectiveBlock(BlockParser parser) : CustomContainer(parser)
{
    /// <summary>HTML before the children; set before rendering.</summary>
    public string Before { get; set; } = "";

    /// <summary>HTML after the children.</summary>
    public string After { get; set; } = "";

    /// <summary>Whether the children are left out.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Whether no directive around a block leaves it out.</summary>
    public static bool IsShown(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is DirectiveBlock { IsHidden: true }) return false;
        }

        return true;
    }
}

/// <summary>A directive within a line: <c>:value{probability picture=first}</c>.</summary>
public sealed class DirectiveInline : LeafInline
{
    /// <summary>The word before the brace.</summary>
    public required string Name { get; init; }

    /// <summary>What stands between the braces.</summary>
    public required string Text { get; init; }

    /// <summary>What takes its place; set before rendering.</summary>
    public string Html { get; set; } = "";
}
