"""Who may do what in this room. One file for each matter."""
