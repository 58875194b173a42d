"""Shells with no rules of their own: the site, the API and the command line."""
