namespace Convscope.Core.Diagnostics;

/// <summary>
/// Every code, so that a message can be searched for.
/// 10xx configuration, 11xx model, 12xx content, 13xx pictures, 14xx templates, 15xx output, 16xx verification, 17xx serving.
/// </summary>
public static class DiagnosticCodes
{
    /// <summary>The user interrupted the build.</summary>
    public const string Interrupted = "CS1000";

    /// <summary>An error that no one foresaw: a defect of ours.</summary>
    public const string Unexpected = "CS1999";

    /// <summary>A file or folder named in the configuration or on the command line does not exist.</summary>
    public const string Missing = "CS1001";

    /// <summary>YAML that can't be parsed.</summary>
    public const string Yaml = "CS1002";

    /// <summary>A key that no one reads.</summary>
    public const string UnknownKey = "CS1003";

    /// <summary>A value of the wrong kind or out of range.</summary>
    public const string BadValue = "CS1004";

    /// <summary>A file or folder that is there and can't be read: no permission, a link that leads nowhere, a pipe, a device, too
    /// large.</summary>
    public const string Unreadable = "CS1005";

    /// <summary>The machine has less memory than the work needs.</summary>
    public const string OutOfMemory = "CS1006";

    /// <summary>The ONNX file can't be read.</summary>
    public const string ModelUnreadable = "CS1101";

    /// <summary>The model is readable but not a network that can be shown.</summary>
    public const string ModelUnsupported = "CS1102";

    /// <summary>The number of labels isn't the number of the network's outputs.</summary>
    public const string LabelCount = "CS1103";

    /// <summary>The declared preprocessing doesn't fit the model's input.</summary>
    public const string InputMismatch = "CS1104";

    /// <summary>Numbers before labels that don't count.</summary>
    public const string LabelNumbers = "CS1105";

    /// <summary>Class names in the model's own metadata that can't be used.</summary>
    public const string FileLabels = "CS1106";

    /// <summary>A model that draws random numbers at each run, or is in training mode.</summary>
    public const string ModelRandom = "CS1109";

    /// <summary>A recipe that can't well be the one that the network was trained with.</summary>
    public const string RecipeDoubtful = "CS1107";

    /// <summary>A directive that no one knows, or a parameter that it doesn't take.</summary>
    public const string UnknownDirective = "CS1201";

    /// <summary>A parameter of a directive with an impossible value.</summary>
    public const string BadParameter = "CS1202";

    /// <summary>A picture that does not exist.</summary>
    public const string UnknownPicture = "CS1203";

    /// <summary>A page, layer or unit that does not exist.</summary>
    public const string UnknownLayer = "CS1204";

    /// <summary>A link or anchor that leads nowhere.</summary>
    public const string DeadLink = "CS1205";

    /// <summary>Markup that isn't well-formed, or a page without title, language or unique ids.</summary>
    public const string Html = "CS1206";

    /// <summary>A picture on a page without a text alternative.</summary>
    public const string NoAlt = "CS1207";

    /// <summary>Two chapters with one address.</summary>
    public const string SameAddress = "CS1208";

    /// <summary>A word that a template, the generator or the script asks for and the language's catalogue doesn't have.</summary>
    public const string MissingWord = "CS1209";

    /// <summary>A formula of a text that can't be read.</summary>
    public const string Formula = "CS1210";

    /// <summary>A picture that can't be decoded.</summary>
    public const string PictureUnreadable = "CS1301";

    /// <summary>A picture larger than the limit.</summary>
    public const string PictureTooLarge = "CS1302";

    /// <summary>No picture was found.</summary>
    public const string NoPictures = "CS1303";

    /// <summary>Pictures of a folder that were left out.</summary>
    public const string PicturesLeftOut = "CS1304";

    /// <summary>A template that does not parse or names what is not there.</summary>
    public const string Template = "CS1401";

    /// <summary>A script that imports what isn't there, or in a form that can't be joined.</summary>
    public const string Script = "CS1402";

    /// <summary>A script of the site's own that no page loads.</summary>
    public const string UnusedScript = "CS1403";

    /// <summary>An output folder that is unsafe to write.</summary>
    public const string UnsafeOutput = "CS1501";

    /// <summary>The disk is full, or writing failed for another reason.</summary>
    public const string WriteFailed = "CS1502";

    /// <summary>A page or asset over its budget.</summary>
    public const string OverBudget = "CS1503";

    /// <summary>A built site that isn't what its manifest says.</summary>
    public const string Manifest = "CS1504";

    /// <summary>A file that a host can't publish: a link, or one that not everyone may read.</summary>
    public const string Unpublishable = "CS1505";

    /// <summary>A site over its number of bytes.</summary>
    public const string TooManyBytes = "CS1506";

    /// <summary>An output folder that another build is writing.</summary>
    public const string OutputBusy = "CS1507";

    /// <summary>Something in the output folder that no build can move or take away.</summary>
    public const string Immovable = "CS1508";

    /// <summary>A port that another program listens on.</summary>
    public const string PortTaken = "CS1701";

    /// <summary>A layer that does not recompute within what rounding explains.</summary>
    public const string Verification = "CS1601";

    /// <summary>A layer that gives what is no number, or infinite.</summary>
    public const string NotFinite = "CS1602";
}
