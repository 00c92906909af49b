"""offices: titles beside names become the positions that people hold."""
