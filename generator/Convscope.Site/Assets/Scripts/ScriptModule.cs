using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Assets.Scripts;

/// <summary>A script of <c>templates/</c> as the joiner sees it: what it takes, what it gives, and the lines between.</summary>
/// <param name="Name">Its path in <c>templates/</c>: <c>js/dom.js</c>.</param>
/// <param name="Imports">What it takes from others, in its order.</param>
/// <param name="Exports">The names that it gives, in its order.</param>
/// <param name="Lines">Its lines without imports, comments, and the word <c>export</c>.</param>
internal sealed record ScriptModule(
    string Name, ImmutableArray<ScriptImport> Imports, ImmutableArray<string> Exports, ImmutableArray<SourceLine> Lines);

/// <summary>One import: <c>import { a, b } from "./x.js"</c>, or <c>import * as x from "./x.js"</c>.</summary>
/// <param name="From">The path of the other script in <c>templates/</c>.</param>
/// <param name="Names">The names taken; none where all of it gets one name.</param>
/// <param name="Whole">That name, or empty.</param>
/// <param name="Place">Where the statement begins.</param>
internal sealed record ScriptImport(string From, ImmutableArray<string> Names, string Whole, SourceSpan Place);
