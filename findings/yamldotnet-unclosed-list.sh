#!/usr/bin/env bash
# YamlDotNet 18.1.0: a list in brackets that isn't closed can end in an InvalidOperationException without a place, rather than in the
# YamlException with line and column that other mistakes of syntax give; to catch YamlException alone isn't enough.
. "$(dirname "$0")/lib/expect.sh"
seen='other mistakes: YamlException
brackets: YamlException InvalidOperationException'
expect YamlDotNet@18.1.0 <<'PROGRAM'
using YamlDotNet.RepresentationModel;
Console.WriteLine("other mistakes: " + Tried("a: b: c", "a: 'x"));
Console.WriteLine("brackets: " + Tried("a: [b", "a: {b", "a: [b\nc: d\n", "labels: [cat, dog\nlicence: MIT\nsize: 8\n", "a:\n  - [x, y\n  - z\n", "a: {b: c\nd: e\n"));

static string Tried(params string[] texts) => string.Join(' ', texts.Select(text =>
{
    try
    {
        new YamlStream().Load(new StringReader(text));
        return "none";
    }
    catch (Exception e)
    {
        return e is YamlDotNet.Core.YamlException ? "YamlException" : e.GetType().Name;
    }
}).Distinct().OrderDescending());
PROGRAM
