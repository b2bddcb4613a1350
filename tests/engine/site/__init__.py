"""Whole builds, as a person would start them, and the files that they write."""
