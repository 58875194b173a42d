"""Reads about alliances, organisations, offices and meetings: each gives what the actor may see."""

from causeway.domains.alliances.queries.meetings import next_meetings, visible_meetings
from causeway.domains.alliances.queries.standing import MyBody, my_bodies, people_of

__all__ = ["MyBody", "my_bodies", "next_meetings", "people_of", "visible_meetings"]
