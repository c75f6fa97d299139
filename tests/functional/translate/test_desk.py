"""The desk: a person corrects a sentence, and every story with it changes."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from kushk.library import api as library
from kushk.renditions.translation import api as translation
from kushk.renditions.translation.api import GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, stand):
    client.force_login(User.objects.create_superuser("ana", password="x"))
    return client


@pytest.fixture
def made(told):
    return translation.whole(told, "es")


def address(story):
    return f"/desk/library/story/{story.pk}/translations/es/"


def versions():
    return library.versions().newest(library.OF_TRANSLATIONS)


def test_it_shows_each_sentence_beside_its_translation(staff, told, made):
    page = staff.get(address(told)).content.decode()
    for wanted in made.wanted:
        assert f'name="text-{wanted.piece.id}"' in page
    assert "Null" in page


def test_a_correction_stands_in_every_story_and_page(staff, told, made):
    sentence = made.document.headline.sentences[0].id
    answer = staff.post(address(told), {f"text-{sentence}": "Un titular mejor"}, follow=True)
    assert "Sentences changed: 1" in answer.content.decode()
    page = staff.get(f"/es/s/{told.public_id}/in/es/").content.decode()
    assert "Un titular mejor" in page
    unit = translation.look(told, "es").units[sentence]
    assert unit.origin.reviewed
    assert unit.origin.reviewer == "ana"
    assert "ana" not in page
    assert library.search("titular").hits


def test_an_unchanged_form_changes_nothing(staff, told, made):
    data = {f"text-{name}": unit.text for name, unit in made.units.items()}
    staff.post(address(told), data)
    assert not any(unit.origin.reviewed for unit in translation.look(told, "es").units.values())


def test_a_sentence_can_be_said_to_be_right_and_taken_back(staff, told, made):
    sentence, unit = next(iter(made.units.items()))
    staff.post(address(told), {f"text-{sentence}": unit.text, f"right-{sentence}": "on"})
    there = translation.look(told, "es").units[sentence]
    assert there.origin.reviewed
    assert there.origin.engine == "null"
    staff.post(address(told), {f"text-{sentence}": unit.text, f"back-{sentence}": "on"})
    assert not translation.look(told, "es").units[sentence].origin.reviewed


def test_only_staff_see_it(client, told, made):
    assert client.get(address(told)).status_code == 302
    client.force_login(User.objects.create_user("reader", password="x", is_staff=True))
    assert client.get(address(told)).status_code == 403


def test_the_story_at_the_desk_leads_to_its_translations(staff, told):
    page = staff.get(f"/desk/library/story/{told.pk}/change/").content.decode()
    assert address(told) in page


def test_a_glossary_term_is_kept_and_changes_translations(staff, told, made):
    before = made.document.text
    name = next(word for word in library.visible_document(told).text.split() if word.istitle() and len(word) > 4)
    name = name.strip(".,“”")
    answer = staff.post(
        "/desk/translation/glossaryterm/add/", {"term": name, "rendering": "", "source": "en", "target": ""}
    )
    assert answer.status_code == 302
    assert GlossaryTerm.objects.get().term == name
    after = translation.whole(told, "es").document.text
    assert name in after
    assert after != before


def test_a_term_of_no_language_is_refused(staff, stand):
    data = {"term": "x", "rendering": "", "source": "Klingon!", "target": ""}
    answer = staff.post("/desk/translation/glossaryterm/add/", data)
    assert answer.status_code == 200
    assert "is no language tag" in answer.content.decode()


def test_a_publications_own_term_comes_before_the_stands(stand, told):
    GlossaryTerm.objects.create(term="captain", rendering="capitana", publication=told.publication)
    GlossaryTerm.objects.create(term="captain", rendering="capitán")
    text = translation.whole(told, "es").document.text
    assert "capitana" in text
    assert "capitán" not in text.replace("capitana", "")
