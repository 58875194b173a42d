"""The yardstick: a Django project with one view, which inserts one row, and no middleware."""
