"""The commands that operate a stand, one after another as an operator would give them."""

from tests.functional.cli.conftest import SAMPLE


def test_add_twice_then_a_changed_copy_is_a_correction(kushk, tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_bytes((SAMPLE / "lantern" / "feed.first.xml").read_bytes())
    assert "5 new" in kushk("add", str(feed)).stdout
    assert "5 unchanged" in kushk("add", str(feed)).stdout
    feed.write_bytes((SAMPLE / "lantern" / "feed.xml").read_bytes())
    assert "1 corrected, 4 unchanged" in kushk("add", str(feed)).stdout
    listed = kushk("sources").stdout
    assert "The Harbour Lantern" in listed
    assert "rights full" in listed


def test_what_cannot_be_added_leaves_nothing(kushk, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title>", encoding="utf-8")
    for target, code in (("nothing-of-this-name", "nothing-to-add"), ("http://10.0.0.1/", "address-refused")):
        done = kushk("add", target)
        assert done.returncode == 1
        assert done.stderr.strip().endswith(f"[{code}]")
    assert kushk("add", str(page)).returncode == 1
    assert "No sources yet" in kushk("sources").stdout


def test_a_source_is_paused_resumed_and_removed(kushk, tmp_path):
    subscriptions = tmp_path / "list.opml"
    subscriptions.write_text(
        '<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="http://10.1.2.3/feed"/></body></opml>',
        encoding="utf-8",
    )
    kushk("add", str(subscriptions))
    for option, state in (("--pause", "paused"), ("--resume", "active"), ("--remove", "gone")):
        assert kushk("sources", option, "1").returncode == 0
        assert f", {state}, " in kushk("sources").stdout
    assert kushk("sources", "--pause", "99").stderr.strip().endswith("[no-such-source]")


def test_a_backup_comes_back_elsewhere(kushk, tmp_path):
    kushk("add", str(SAMPLE / "shiqiao" / "feed.xml"))
    saved, elsewhere = tmp_path / "saved.tar.gz", str(tmp_path / "elsewhere")
    assert kushk("backup", str(saved)).returncode == 0
    restored = kushk("restore", str(saved), KUSHK_DATA=elsewhere)
    assert "are back in" in restored.stdout
    assert kushk("sources").stdout == kushk("sources", KUSHK_DATA=elsewhere).stdout
    assert kushk("restore", str(saved)).stderr.strip().endswith("[stand-not-empty]")


def test_staff_get_an_account(kushk):
    done = kushk("staff", "anna", "--generate")
    assert "Made the account" in done.stdout
    assert "Changed the account" in kushk("staff", "anna", "--generate").stdout


def test_a_bad_setting_is_said_in_one_line(kushk):
    done = kushk("sources", KUSHK_DEBUG="perhaps")
    assert done.returncode == 1
    assert done.stderr.strip() == "kushk: KUSHK_DEBUG is “perhaps”, which is not yes or no. [bad-option]"


def test_an_unknown_command_names_those_that_exist(kushk):
    done = kushk("nonsense")
    assert done.returncode == 2
    assert "'up'" in done.stderr
