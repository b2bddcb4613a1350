"""Coursewright as a MkDocs plugin; the only room that knows MkDocs."""
