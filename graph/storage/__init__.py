"""storage: quads in, answers out."""
