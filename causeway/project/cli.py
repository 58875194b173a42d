"""The command line `causeway`: every command in one readable table."""

from __future__ import annotations

import click

from causeway import __version__
from causeway.surfaces.cli import LazyGroup, run

COMMANDS = {
    "run": "causeway.project.run:run_command",
    "worker": "causeway.project.worker:worker_command",
    "demo": "causeway.project.demo.command:demo_command",
    "backup": "causeway.project.backup:backup_command",
    "restore": "causeway.project.backup:restore_command",
    "recount": "causeway.domains.petitions.cli:recount_command",
    "staff": "causeway.domains.people.cli:staff_command",
    "rotate-keys": "causeway.domains.people.cli:rotate_keys_command",
    "import-services": "causeway.domains.services.cli_import:import_services_command",
    "import-tenders": "causeway.domains.services.cli_tenders:import_tenders_command",
    "import-conversation": "causeway.domains.assemblies.cli_polis:import_conversation_command",
    "allocate": "causeway.surfaces.cli.allocate:allocate_command",
    "power": "causeway.surfaces.cli.power:power_command",
    "network": "causeway.surfaces.cli.network:network_command",
    "count": "causeway.surfaces.cli.count:count_command",
    "compare": "causeway.surfaces.cli.compare:compare_command",
    "opinions": "causeway.surfaces.cli.opinions:opinions_command",
    "manage": "causeway.project.manage:manage_command",
}
NEEDS_DJANGO = frozenset(
    {
        "worker",
        "demo",
        "backup",
        "restore",
        "recount",
        "staff",
        "rotate-keys",
        "import-services",
        "import-tenders",
        "import-conversation",
    }
)


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    needs_django=NEEDS_DJANGO,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="causeway")
def causeway() -> None:
    """Causeway, the open platform of a public services alliance."""


def main() -> None:
    """The entry point of the installed command."""
    run(causeway)
