widgets["log-softmax"] = exponentials;
