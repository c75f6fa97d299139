"""How the stand's own files are named."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Files named by their content, also where one script imports another.

    Without this an imported script would keep its plain name: a browser could hold an old one beside a new page, and
    an offline copy could not tell which one it needs.
    """

    support_js_module_import_aggregation = True
