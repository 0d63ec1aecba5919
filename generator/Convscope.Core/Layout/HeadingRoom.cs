namespace Convscope.Core.Layout;

/// <summary>How wide a heading's place has to be, in CSS pixels of the layout, so that its longest word stands there in type that is read
/// from afar.</summary>
internal static class HeadingRoom
{
    /// <summary>A letter is so wide in the smallest drawing of a network.</summary>
    private const double Letter = 8.2;

    /// <summary>Words beyond are written smaller.</summary>
    private const int MostLetters = 16;

    /// <summary>The room of a word of so many letters; 0 where the usual room will do.</summary>
    public static int Of(double letters, int usual) =>
        (int)Math.Ceiling(Math.Min(letters, MostLetters) * Letter) is var room && room > usual ? room : 0;
}
