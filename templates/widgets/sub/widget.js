widgets.sub = elementwise((values) => values.reduce((difference, value) => difference - value));
