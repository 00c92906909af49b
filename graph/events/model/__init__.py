"""model: the weights, their tokenizer and their card."""
