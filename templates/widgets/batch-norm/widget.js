widgets["batch-norm"] = normalised;
