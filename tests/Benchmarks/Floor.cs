using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Rendering.Maps;
using Convscope.Rendering.Pictures;
using Convscope.Site.Assets;
using Convscope.Site.Loading;

namespace Convscope.Benchmarks;

/// <summary>
/// The least that makes the same site: a process that runs the network over the pictures, encodes every activation map, and
/// writes all other files from one pack. No pages are composed, nothing is verified or checked.
/// </summary>
public static class Floor
{
    /// <summary>Packs all but the maps of a built site, with a list of the maps.</summary>
    public static void Pack(string site, string sources, string packed)
    {
        Directory.CreateDirectory(packed);
        File.WriteAllText(Path.Combine(packed, "sources"), sources);
        using var maps = new StreamWriter(Path.Combine(packed, "maps"));
        using var files = new BinaryWriter(File.Create(Path.Combine(packed, "files")));
        foreach (var file in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var route = Path.GetRelativePath(site, file).Replace('\\', '/');
            if (route.StartsWith("maps/", StringComparison.Ordinal))
            {
                maps.WriteLine(route);
                continue;
            }

            var bytes = File.ReadAllBytes(file);
            files.Write(route);
            files.Write(bytes.Length);
            files.Write(bytes);
        }
    }

    /// <summary>Makes the site again.</summary>
    public static int Run(string packed, string target)
    {
        var sources = SiteSources.Load(new BuildOptions { Root = File.ReadAllText(Path.Combine(packed, "sources")) });
        using var model = OnnxModel.Load(sources.ModelBytes.Take(), new SourceSpan("model"), new ModelOptions());
        var files = Unpack(Path.Combine(packed, "files"));
        var maps = File.ReadAllLines(Path.Combine(packed, "maps")).ToLookup(route => route.Split('/')[1]);
        Parallel.ForEach(sources.Pictures, picture => Maps(model, sources, picture.Id, picture.Path, maps[picture.Id], target));
        Parallel.ForEach(files, file => Write(target, file.Route, file.Bytes.Span));
        return 0;
    }

    private static void Maps(OnnxModel model, SiteSources sources, string id, string path, IEnumerable<string> routes, string target)
    {
        var shape = model.Network.Input.Shape;
        var preprocessing = sources.Metadata.Preprocessing;
        var picture = PictureDecoder.Decode(File.ReadAllBytes(path), new SourceSpan(id), new DecoderLimits());
        var seen = PictureResizer.Resize(picture, shape.Width, shape.Height, preprocessing);
        var activations = model.Run(InputTensor.From(seen, shape.Height, shape.Width, preprocessing, shape.Units).Values);
        foreach (var layer in routes.GroupBy(route => route.Split('/')[2]))
        {
            var activation = activations[model.Network[layer.Key]];
            var (scale, palette) = LayerScales.Of(model.Network, model.Network[layer.Key], activation, preprocessing);
            foreach (var route in layer)
            {
                var unit = int.Parse(Path.GetFileName(route).Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
                Write(target, route, MapPicture.Render(activation.Map(unit), activation.Shape.Height, activation.Shape.Width, scale,
                    palette));
            }
        }
    }

    private static List<(string Route, ReadOnlyMemory<byte> Bytes)> Unpack(string packed)
    {
        var files = new List<(string, ReadOnlyMemory<byte>)>();
        using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(packed)));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            files.Add((reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return files;
    }

    private static void Write(string target, string route, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(target, route);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
