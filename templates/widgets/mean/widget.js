widgets.mean = elementwise((values) => values.reduce((sum, value) => sum + value) / values.length);
