widgets.pow = elementwise((values) => values[0] ** values[1]);
