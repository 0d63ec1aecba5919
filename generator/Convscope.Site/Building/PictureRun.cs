using Convscope.Core.Network;
using Convscope.Site.Configuration;

namespace Convscope.Site.Building;

/// <summary>One picture gone through the network. It is let go when the picture's pages are made: nothing may hold on to it.</summary>
/// <param name="Entry">What is known of the picture.</param>
/// <param name="Original">What was found in the file.</param>
/// <param name="Seen">What the network sees, opaque RGB, before its numbers are scaled.</param>
/// <param name="Activations">What every layer gave.</param>
public sealed record PictureRun(PictureEntry Entry, PictureOrigin Original, byte[] Seen, Activations Activations);
