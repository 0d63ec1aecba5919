widgets["depth-to-space"] = copying;
