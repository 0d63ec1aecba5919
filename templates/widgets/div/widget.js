widgets.div = elementwise((values) => values.reduce((quotient, value) => quotient / value));
