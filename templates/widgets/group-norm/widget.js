widgets["group-norm"] = normalised;
