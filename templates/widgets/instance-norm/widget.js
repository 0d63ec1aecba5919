widgets["instance-norm"] = normalised;
