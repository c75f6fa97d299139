"""Servers that are closed again after the test."""

import pytest
from tests.functional.fetch.servers import Internet, Server


@pytest.fixture
def serve():
    servers = []

    def start(answer, **options):
        servers.append(Server(answer, **options))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def internet():
    return Internet()
