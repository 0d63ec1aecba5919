namespace Convscope.Site.Output;

/// <summary>
/// Puts a new site in an old one's place. What isn't ours moves into the new one first, so that what can't be moved is found while the
/// old site still stands; then the two trade places. A process killed on the way leaves what <see cref="Recovery"/> finishes or undoes.
/// </summary>
/// <param name="place">The output folder.</param>
internal sealed class Exchange(OutputPlace place)
{
    /// <summary>Exchanges them.</summary>
    /// <param name="site">Full path of the new site.</param>
    /// <param name="foreign">What isn't ours in the old one.</param>
    /// <returns>Where the old site is now, to be cleared away; null where there was none.</returns>
    /// <exception cref="IOException">It can't be done; all is as it was.</exception>
    public string? Land(string site, IReadOnlyList<string> foreign)
    {
        var landing = OutputPlace.Landing(site);
        Rename.Move(site, landing);
        var moved = new Stack<string>();
        try
        {
            foreach (var entry in foreign)
            {
                if (Move(entry, place.Folder, landing)) moved.Push(entry);
            }

            if (!Directory.Exists(place.Folder))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place.Folder)!);
                Rename.Move(landing, place.Folder);
                return null;
            }

            KeepMode(landing);
            return Rename.Trade(landing, place.Folder) ? landing : TwoRenames(landing);
        }
        catch
        {
            // Where even that fails, the folder keeps a name by which it is found, and all of it returns.
            while (moved.TryPop(out var entry)) Move(entry, landing, place.Folder);
            Rename.Move(landing, site);
            throw;
        }
    }

    private static bool Move(string entry, string from, string to)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, entry))!);
            Rename.Move(Path.Combine(from, entry), Path.Combine(to, entry));
            return true;
        }
        catch (IOException e) when (Rename.IsGone(e))
        {
            // Someone has taken it away meanwhile.
            return false;
        }
        catch (IOException e)
        {
            throw new IOException($"'{entry}' can't be moved into the new one: {e.Message}", e.HResult);
        }
    }

    /// <summary>Who may read a site, and with which group it is shared, is for its owner to say.</summary>
    private void KeepMode(string landing)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(landing, File.GetUnixFileMode(place.Folder));
    }

    private string TwoRenames(string landing)
    {
        var old = OutputPlace.Landing(place.New());
        Rename.Move(place.Folder, old);
        try
        {
            Rename.Move(landing, place.Folder);
            return old;
        }
        catch
        {
            Rename.Move(old, place.Folder);
            throw;
        }
    }
}
