widgets.min = elementwise((values) => Math.min(...values));
