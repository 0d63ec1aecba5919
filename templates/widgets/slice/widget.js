widgets.slice = copying;
