"""The mathematics: pure functions that know no Django, no clock and no database."""
