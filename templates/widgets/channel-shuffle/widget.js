widgets["channel-shuffle"] = copying;
