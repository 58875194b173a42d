"""The rooms of the product, one Django app each; a room uses the rooms below it only."""
