widgets.reshape = copying;
