namespace Convscope.Cli;

/// <summary>What the process tells the shell.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>Something in the content, the model or the pictures is wrong; the old site stands.</summary>
    public const int Content = 1;

    /// <summary>The command line can't be understood.</summary>
    public const int Usage = 2;

    /// <summary>A defect of ours; the old site stands.</summary>
    public const int Internal = 70;

    /// <summary>Interrupted by the user.</summary>
    public const int Cancelled = 130;
}
