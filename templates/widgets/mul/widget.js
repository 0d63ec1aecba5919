widgets.mul = elementwise((values) => values.reduce((product, value) => product * value));
