"""Machine First's own rules."""
