"""Many rows at once, without building a model for each: for the tables that get several rows with every story.

Django's ``bulk_create`` costs four times as much a row as the database does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[str | int | bytes | None]]
) -> None:
    """Insert rows of plain values in the caller's transaction.

    Args:
        model: whose table.
        columns: names of its columns.
        rows: for each row its values, in the order of the columns.
    """
    _execute(model, columns, rows, "")


def insert_objects(objects: Sequence[models.Model], unique: str) -> None:
    """Insert new objects of one model in one statement and give them their primary keys.

    Args:
        objects: of one model, without primary keys.
        unique: name of a field by which the database tells them apart.
    """
    if not objects:
        return
    model = type(objects[0])
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]  # noqa: SLF001 -- documented
    values = [_value(field, item) for item in objects for field in fields]
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column or field.attname) for field in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(objects))
    table, key = quote(model._meta.db_table), quote(model._meta.pk.attname)  # noqa: SLF001 -- documented
    statement = f"INSERT INTO {table} ({names}) VALUES {places} RETURNING {quote(unique)}, {key}"  # noqa: S608 -- names
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        keys = dict(cursor.fetchall())
    for item in objects:
        item.pk = keys[getattr(item, unique)]
        item._state.adding, item._state.db = False, connection.alias  # noqa: SLF001 -- as ``bulk_create`` does


def _value(field: models.Field[Any, Any], item: models.Model) -> Any:
    value = getattr(item, field.attname)
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value(value)
    return json.dumps(value) if isinstance(field, models.JSONField) else value


def put_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[str | int | bytes | None]]
) -> None:
    """Insert rows, or replace those that have the same first column, which is the table's key."""
    quoted = [connection.ops.quote_name(column) for column in columns]
    replaced = ", ".join(f"{column} = excluded.{column}" for column in quoted[1:])
    _execute(model, columns, rows, f" ON CONFLICT ({quoted[0]}) DO UPDATE SET {replaced}")


def _execute(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[str | int | bytes | None]], ending: str
) -> None:
    quote = connection.ops.quote_name
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    table = quote(model._meta.db_table)  # noqa: SLF001 -- Django's documented model interface
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places}){ending}", list(rows))  # noqa: S608
