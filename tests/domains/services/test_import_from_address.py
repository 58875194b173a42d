"""``causeway import-services`` from a web address: page by page, within limits, and never into our own network."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from causeway.domains.services import cli_import
from causeway.domains.services.cli_import import import_services_command
from causeway.domains.services.fetching import Limits, fetch
from causeway.domains.services.models import Service, ServiceImport
from causeway.kernel.errors import Unreadable
from tests.domains.services.https_server import served
from tests.scenes import Scene

PAGES = 3


def item(number: int) -> dict[str, str]:
    return {
        "id": str(UUID(int=number)),
        "name": f"Service {number}",
        "status": "active",
        "url": "https://example.org/",
        "description": "Meals",
    }


class _Directory(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path, _mark, query = self.path.partition("?")
        number = int(query.removeprefix("page=") or 1)
        if path == "/services":
            self._answer({"contents": [item(number)], "page_number": number, "last_page": number == PAGES})
        elif path == "/endless":
            self._answer({"contents": [item(number)], "page_number": number, "last_page": False})
        elif path == "/one":
            self._answer(item(7))
        elif path == "/huge":
            self._send(200, b" " * 300_000)
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _turn in range(20):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        elif path == "/inwards":
            self._send(302, b"", Location="https://169.254.169.254/latest/meta-data/")
        elif path == "/plain":
            self._send(302, b"", Location="http://example.org/services")
        else:
            self._send(404, b"")

    def _answer(self, document: object) -> None:
        self._send(200, json.dumps(document).encode())

    def _send(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    served_here = served(_Directory, tmp_path_factory.mktemp("tls"))
    with served_here as (place, trusted), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(trusted))
        yield place


def run(scene: Scene, address: str, *options: str) -> Result:
    return CliRunner().invoke(import_services_command, [address, "--alliance", scene.westbury.slug, *options])


def test_a_directory_is_read_from_its_first_page_to_its_last(scene: Scene, directory: str) -> None:
    done = run(scene, f"{directory}/services", "--private")
    assert "3 added, 0 changed, 0 as before, 0 refused." in done.output
    assert set(Service.objects.values_list("name", flat=True)) == {"Service 1", "Service 2", "Service 3"}
    assert ServiceImport.objects.get().source == f"{directory}/services"
    assert "0 added, 0 changed, 3 as before" in run(scene, f"{directory}/services", "--private").output


def test_one_service_in_full_is_read_from_its_own_address(scene: Scene, directory: str) -> None:
    assert "1 good, 0 refused. Nothing was changed." in run(scene, f"{directory}/one", "--private", "--look").output
    assert not Service.objects.exists()


def test_our_own_network_is_not_read_without_leave(scene: Scene, directory: str) -> None:
    failed = run(scene, f"{directory}/services")
    assert "private network" in str(failed.exception)
    assert not ServiceImport.objects.exists()


@pytest.mark.parametrize("address", ["http://example.org/services", "ftp://example.org/x", "file:///etc/passwd"])
def test_only_https_is_read(scene: Scene, address: str) -> None:
    assert "https only" in str(run(scene, address).exception)


@pytest.mark.parametrize(
    ("path", "said"),
    [("/plain", "https only"), ("/none", "status 404"), ("/huge", "sends more than"), ("/slow", "too slow")],
)
def test_what_cannot_be_read_ends_in_a_sentence(
    scene: Scene, directory: str, monkeypatch: pytest.MonkeyPatch, path: str, said: str
) -> None:
    monkeypatch.setattr(cli_import, "LARGEST_BYTES", 100_000)
    monkeypatch.setattr(cli_import, "SECONDS_A_PAGE", 0.3)
    assert said in str(run(scene, f"{directory}{path}", "--private").exception)
    assert not ServiceImport.objects.exists()


def test_a_redirection_into_a_private_network_is_not_followed(scene: Scene, directory: str) -> None:
    only_here = Limits(allows=lambda address: address in {"127.0.0.1", "::1"})
    with pytest.raises(Unreadable, match="private network"):
        fetch(f"{directory}/inwards", limits=only_here)


def test_a_list_without_an_end_is_given_up(scene: Scene, directory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_import, "LARGEST_BYTES", 5_000)
    assert "larger than 50 MB" in str(run(scene, f"{directory}/endless", "--private").exception)
    monkeypatch.setattr(cli_import, "LARGEST_BYTES", 50_000_000)
    monkeypatch.setattr(cli_import, "SECONDS_IN_ALL", 0.1)
    assert "ten minutes" in str(run(scene, f"{directory}/endless", "--private").exception)
