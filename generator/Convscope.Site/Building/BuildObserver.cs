namespace Convscope.Site.Building;

/// <summary>Told how a build goes, from any thread.</summary>
/// <param name="progress">Told how far it is.</param>
/// <param name="tell">Told at once what a user should know meanwhile, a sentence: that another build has to end first.</param>
public sealed class BuildObserver(Action<BuildProgress> progress, Action<string> tell)
{
    /// <summary>Nobody.</summary>
    public static BuildObserver None => new(_ => { }, _ => { });

    /// <summary>What is true of the output folder now, whatever goes wrong: half a sentence for a message.</summary>
    public string Aftermath { get; internal set; } = "the old site is untouched";

    /// <summary>Takes in how far it is.</summary>
    public void Progress(BuildProgress done) => progress(done);

    /// <summary>Takes in a sentence.</summary>
    public void Tell(string text) => tell(text);
}
