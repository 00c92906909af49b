"""events: parsed sentences and mentions become events."""
