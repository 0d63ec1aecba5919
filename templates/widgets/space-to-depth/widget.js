widgets["space-to-depth"] = copying;
