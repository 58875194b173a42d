"""`python -m causeway` is the command `causeway`."""

from causeway.project.cli import main

main()
