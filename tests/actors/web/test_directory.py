"""The directory of actors: by kind, with offices, searched by any name."""

import pytest

from actors.models import Actor, Name
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers
from tests.factories.ledger import ActorFactory, UserFactory


def page_at(client, path="/actors/") -> Page:
    response = client.get(path)
    assert response.status_code == 200
    return Page(response.content.decode())


def found(client, query) -> list[str]:
    groups = client.get(f"/actors/?{query}").context["groups"]
    return [actor.name for group in groups for actor in group.actors]


def test_actors_stand_under_their_kinds(client, first_chronicle):
    groups = client.get("/actors/").context["groups"]
    headings = [group.heading for group in groups]
    assert headings == ["States", "Persons", "Coalitions", "Unnamed persons", "Media outlets"]
    assert [actor.name for actor in groups[0].actors][:3] == ["France", "Poland", "Qatar"]


def test_offices_of_the_day_stand_with_the_name(client, first_chronicle):
    assert "President of France" in page_at(client).text
    assert "Minister for the Armed Forces, United Kingdom" in page_at(client).text
    assert "President of France" not in page_at(client, "/actors/?as_of=2024").text


def test_another_name_stands_with_the_first_and_is_searched(client, first_chronicle):
    assert "United Kingdom" in found(client, "q=UK")
    assert found(client, "q=SIR") == ["Keir Starmer"]


def test_every_word_has_to_be_in_a_name(client, first_chronicle):
    assert found(client, "q=zelensky+volod") == ["Volodymyr Zelensky"]
    assert found(client, "q=zelensky+emmanuel") == []


@pytest.mark.django_db
def test_accents_and_scripts_do_not_stand_in_the_way(client):
    by = UserFactory()
    actor = ActorFactory(name="Ján Orrin-Ždiar")
    Name.objects.create(actor=actor, text="Делегат", language="uk", entered_by=by)
    take_numbers()
    assert found(client, "q=jan+zdiar") == ["Ján Orrin-Ždiar"]
    assert found(client, "q=делегат") == ["Ján Orrin-Ždiar"]


@pytest.mark.parametrize("query", ["q=%25", "q=_", "q=%5C", "q='", "q=%22%3Cscript%3E"])
def test_signs_of_the_query_language_are_letters_like_others(client, first_chronicle, query):
    assert found(client, query) == []
    assert_obeys_the_content_policy(page_at(client, f"/actors/?{query}"))


def test_U1_a_kind_in_the_address_narrows_the_list(client, first_chronicle):
    assert found(client, "kind=media_outlet") == ["Sky News"]
    [chosen] = [
        option for option in page_at(client, "/actors/?kind=media_outlet").all("option") if "selected" in option
    ]
    assert chosen["value"] == "media_outlet"


def test_U11_nobody_of_that_name_says_what_to_do(client, first_chronicle):
    page = page_at(client, "/actors/?q=nobody&as_of=2025-03")
    assert "Nobody of that name." in page.text
    assert "/actors/?as_of=2025-03" in [link["href"] for link in page.all("a")]


def test_a_long_directory_comes_in_pages_without_gap_or_repeat(client, db):
    ActorFactory.create_batch(7, name="Same name")
    take_numbers()
    seen, href = [], "/actors/?page_size=3"
    while href:
        context = client.get(href).context
        seen += [actor.href for group in context["groups"] for actor in group.actors]
        href = context["page"].next
    assert len(seen) == len(set(seen)) == 7
    assert Actor.objects.count() == 7
