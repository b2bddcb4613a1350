"""Markdown plumbing that every drawing shares.

context     what the drawing of a block is given
element     building elements of a page
comments    what an author commented out, which no page publishes
"""
