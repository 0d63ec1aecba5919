widgets.tile = copying;
