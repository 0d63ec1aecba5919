using Convscope.Benchmarks;

// `floor` is the other program that the benchmarks start; everything else names scenarios.
if (args is ["floor", var packed, var target]) return Floor.Run(packed, target);

var runs = 5;
var names = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--runs" && i + 1 < args.Length && int.TryParse(args[i + 1], out runs)) i++;
    else if (Scenarios.All.ContainsKey(args[i])) names.Add(args[i]);
    else
    {
        Console.Error.WriteLine(
            $"dotnet run -c Release --project tests/Benchmarks -- [{string.Join("] [", Scenarios.All.Keys)}] [--runs 5]");
        return 2;
    }
}

using var workshop = new Workshop(runs);
foreach (var (name, scenario) in Scenarios.All)
{
    if (names.Count == 0 || names.Contains(name)) scenario(workshop);
}

return 0;
