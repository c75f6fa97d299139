"""The ledger only grows: the database itself refuses to change or delete what was entered."""

from django.db import migrations

TABLE = "membership_ledgerentry"
SQLITE = [
    f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
    for verb in ("UPDATE", "DELETE")
]
POSTGRES = [
    f"CREATE FUNCTION {TABLE}_grows() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$",
    f"CREATE TRIGGER {TABLE}_grows BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_grows()",
]


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRES}.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


def release(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_grows ON {TABLE}")
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {TABLE}_grows()")


class Migration(migrations.Migration):
    dependencies = [("membership", "0002_money")]
    operations = [migrations.RunPython(guard, release)]
