"""commands: what each command of `diplograph` does."""
