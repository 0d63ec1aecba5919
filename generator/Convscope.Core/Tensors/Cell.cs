namespace Convscope.Core.Tensors;

/// <summary>One number of an activation: zero-based unit, row and column. Of a vector, row and column are 0.</summary>
public readonly record struct Cell(int Unit, int Row = 0, int Column = 0);
