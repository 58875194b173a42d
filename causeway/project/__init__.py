"""Composition: settings, URLs, the server, and which event wakes which handler."""
