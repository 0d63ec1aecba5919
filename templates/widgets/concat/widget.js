widgets.concat = copying;
