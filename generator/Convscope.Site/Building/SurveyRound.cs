using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;

namespace Convscope.Site.Building;

/// <summary>The first turn of every picture, after which the whole site can be planned. Activations are kept only where they are
/// few.</summary>
public sealed class SurveyRound
{
    private readonly PictureRunner _runner;
    private readonly PictureRun?[] _kept;

    /// <summary>Gives each picture its first turn.</summary>
    /// <exception cref="DiagnosticException">With every picture that can't be read.</exception>
    public SurveyRound(PictureRunner runner, ImmutableArray<PictureEntry> pictures, BuildThreads threads, Action<BuildProgress> progress)
    {
        (_runner, _kept) = (runner, new PictureRun?[pictures.Length]);
        var surveys = new PictureSurvey[pictures.Length];
        var problems = new List<Diagnostic>[pictures.Length];
        var done = 0;
        threads.Each(pictures.Length, i =>
        {
            try
            {
                (var run, surveys[i]) = runner.Survey(pictures[i], threads.Within);
                if (threads.KeepsRuns) _kept[i] = run;
            }
            catch (DiagnosticException e)
            {
                problems[i] = [.. e.Diagnostics];
            }

            progress(new("Running the network", Interlocked.Increment(ref done), pictures.Length));
        });
        var found = problems.Where(list => list is not null).SelectMany(list => list).ToList();
        if (found.Count > 0) throw new DiagnosticException(found);
        Pictures = [.. surveys];
    }

    /// <summary>What was found, in the order of the pictures.</summary>
    public ImmutableArray<PictureSurvey> Pictures { get; }

    /// <summary>The run of a picture for its second turn: that of the first if it was kept, which it then isn't any longer.</summary>
    public PictureRun Take(int picture) => Interlocked.Exchange(ref _kept[picture], null) ?? _runner.Run(Pictures[picture].Entry);
}
