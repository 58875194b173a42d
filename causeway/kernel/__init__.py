"""The kernel: the one door for every change, and what every room needs to stand behind it.

``perform`` lets an actor carry out a command; ``queries`` of the rooms read; nothing else changes a row.
"""
