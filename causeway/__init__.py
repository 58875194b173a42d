"""Causeway: the open platform of a public services alliance."""

__version__ = "0.1.0"
