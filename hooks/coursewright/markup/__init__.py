"""Markdown plumbing that every drawing shares.

context     what the drawing of a block is given
element     building elements of a page
"""
