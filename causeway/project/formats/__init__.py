"""How days and hours are written where no template says it."""
