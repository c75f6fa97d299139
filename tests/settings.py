"""Settings of the test run: the stand's own, with its data in a fresh temporary folder and the made-up languages on."""

import os
import tempfile

os.environ["KUSHK_DATA"] = os.environ.get("KUSHK_TEST_DATA") or tempfile.mkdtemp(prefix="kushk-tests-")
os.environ["KUSHK_PSEUDO"] = "yes"
os.environ["KUSHK_MAIL"] = "smtp://127.0.0.1:25"  # Django keeps mails in memory while it is tested
os.environ.setdefault("KUSHK_TRANSLATION", "null")  # the same languages on every machine

from kushk.config.settings import *  # noqa: F403

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - whitenoise warns when it is missing
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A file, as a stand has it: in memory, threads of the live server share a connection and lock one another out.
DATABASES["default"]["TEST"] = {"NAME": DATA / "tests.sqlite3"}  # noqa: F405
DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"  # noqa: F405 - nobody pulls the plug
