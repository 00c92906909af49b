"""roles: who does what to whom, as the sentence of an event tells it and the domain completes it."""
