"""Markdown plumbing that every drawing shares.

element     building elements of a page
"""
