"""Opinion maps: what people share, what divides them, and what bridges the groups.

from causeway.engines.opinion import analyse, formats
result = analyse(formats.read("conversation/").votes)
"""
