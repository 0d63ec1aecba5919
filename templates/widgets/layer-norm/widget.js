widgets["layer-norm"] = normalised;
