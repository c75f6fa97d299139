"""A shared cache in front of the stand keeps what is for everybody, and nothing of what a member gets."""

from __future__ import annotations

import http.client
import random
import shutil
import socket
import subprocess
import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.functional.membership.conftest import MARKER
from tests.functional.reader.test_caching import ODD_HEADERS

from kushk.membership.models import Pass
from kushk.membership.passes import hash_of

pytestmark = pytest.mark.django_db(transaction=True)

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONFIGURATION = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit; user root;
events {{ worker_connections 64; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    proxy_cache_path {folder}/cache keys_zone=stand:1m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass {stand}; proxy_cache stand; proxy_set_header Host localhost;
            add_header X-Cache $upstream_cache_status always;
        }}
    }}
}}
"""


@pytest.fixture
def cache(live_server, tmp_path):
    """Run an nginx that caches in front of the stand; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = CONFIGURATION.format(folder=tmp_path, port=port, stand=live_server.url)
    (tmp_path / "nginx.conf").write_text(text, encoding="ascii")
    server = subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    server.terminate()
    server.wait(10)


def get(port: int, path: str, headers: dict[str, str]) -> tuple[bytes, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return content, answer.headers


@pytest.fixture
def member(plan) -> dict[str, str]:
    ends = timezone.now() + timedelta(days=3)
    Pass.objects.create(key_hash=hash_of("key"), plan=plan, starts_at=ends - timedelta(days=9), ends_at=ends)
    return {"Cookie": "pass=key"}


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_what_a_member_gets_never_comes_out_of_a_shared_cache(cache, story_of, member):
    story = story_of("members")
    ours = [story.public_id]
    private = [
        reverse("reader:whole", args=["en", *ours]),
        reverse("reader:whole-translation", args=["en", *ours, "es"]),
        reverse("reader:whole-timeline", args=ours),
        reverse("reader:access", args=["en"]),
    ]
    for path in private:
        for headers in (member, member, {}):
            content, told = get(cache, path, headers)
            assert told["X-Cache"] == "MISS", path
            assert headers or MARKER.encode() not in content, path
    public = reverse("reader:story", args=["en", story.public_id, story.slug])
    first, _ = get(cache, public, member)
    second, told = get(cache, public, {})
    assert told["X-Cache"] == "HIT"
    assert first == second
    assert MARKER.encode() not in second


def test_no_header_changes_what_everybody_gets(client, story_of, plan, member):
    chance = random.Random(7)  # noqa: S311 - the same each time
    story = story_of("metered")
    paths = [
        reverse("reader:story", args=["en", story.public_id, story.slug]),
        reverse("reader:publication", args=["ar", "toll"]),
        reverse("reader:timeline", args=[story.public_id]),
        reverse("syndication:podcast", args=["toll"]),
    ]
    own = {"cookie": "pass=key; meter=x", "x-pass": "key", "x-member": "1", "authorization": "Bearer key"}
    for path in paths:
        client.get(path)
        plain = client.get(path).content
        for _ in range(50):
            chosen = chance.sample(sorted({*ODD_HEADERS, *own} - {"range"}), 4)
            odd = client.get(path, headers={name: own.get(name, ODD_HEADERS.get(name)) for name in chosen})
            assert odd.content == plain, (path, chosen)
