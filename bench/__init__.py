"""Measured figures, side by side with the peers. `make bench` runs them all; never a timed test."""
