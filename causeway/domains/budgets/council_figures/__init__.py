"""Reading the figures that councils return to the government (revenue account and revenue outturn: RA, RO, RS)."""
