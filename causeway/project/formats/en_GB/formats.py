"""Hours by the clock of 24, as on every page, instead of Django’s “2:48 a.m.” and “noon”."""

DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
