widgets.pad = copying;
