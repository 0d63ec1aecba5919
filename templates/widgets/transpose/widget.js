widgets.transpose = copying;
