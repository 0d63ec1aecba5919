widgets.max = elementwise((values) => Math.max(...values));
