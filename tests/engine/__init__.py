"""Tests of the library: they hold for any course."""
