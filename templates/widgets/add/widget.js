widgets.add = elementwise((values) => values.reduce((sum, value) => sum + value));
