"""The pipeline app."""

from __future__ import annotations

from django.apps import AppConfig


class PipelineConfig(AppConfig):
    """Registers the pipeline with Django."""

    name = "kushk.pipeline"
    label = "pipeline"
