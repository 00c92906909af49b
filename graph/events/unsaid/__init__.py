"""unsaid: who fills the roles that a sentence leaves to its reader."""
