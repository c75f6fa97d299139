"""The WSGI application that the web server runs."""

from __future__ import annotations

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kushk.config.settings")
_django = get_wsgi_application()

from kushk.reader.shortpath import in_front_of  # noqa: E402 - Django must be ready
from kushk.renditions.narration.api import warm  # noqa: E402

application = in_front_of(_django)
threading.Thread(target=warm, name="warm", daemon=True).start()
