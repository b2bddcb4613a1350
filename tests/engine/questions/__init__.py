"""Tests of the types of question: what each says of itself, apart from whole pages."""
