using Convscope.Cli;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};
return App.Run(args, Console.Out, Console.Error, Console.IsOutputRedirected, interrupt.Token);
