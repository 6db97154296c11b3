"""The admin as a second way in: everything can be looked at, facts come in through the services, nothing is changed."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from actors.models import Actor, Affiliation, Name
from ceasefire.ledger.models import Fact, Head, Outbox
from ceasefire.sources.models import Source
from ceasefire.timeline.models import Entry
from proposals.models import (
    Account,
    Asker,
    Condition,
    Draft,
    Effect,
    Event,
    Participant,
    Position,
    Proposal,
    Provision,
    Rendering,
    Review,
    Speaker,
    Statement,
    StatusChange,
    Text,
    Undertaking,
)
from proposals.services import reviews
from proposals.services.statements import fingerprint
from tests.conftest import take_numbers
from tests.factories.ledger import ActorFactory
from tests.proposals.web.harbour import lay_out

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
FACTS = [model for model in REGISTERED if issubclass(model, Fact)]
ADDED = [model for model in FACTS if model is not Review]


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def one_of_each(first_chronicle, harbour, reviewer, editor):
    """What the first data set has none of: a text and a review."""
    reviews.confirm(harbour.statement, by=reviewer)
    Text(
        slug="text", proposal=harbour.pause, number=1, title="Text", issued_on="2025", source=harbour.source,
        entered_by=editor,
    ).save()  # fmt: skip
    take_numbers()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def page(model, what: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{what}", args=args)


def empty(*prefixes: str, **rows: int) -> dict:
    """Inline rows: none, or as many as named."""
    sent = dict.fromkeys(prefixes, 0) | rows
    return {f"{name}-TOTAL_FORMS": n for name, n in sent.items()} | {f"{name}-INITIAL_FORMS": 0 for name in sent}


def added(client, model, **typed):
    """What the admin made of it; fails with its messages when it made nothing."""
    answer = client.post(page(model, "add"), typed)
    assert answer.status_code == 302, messages_of(answer)
    return model.objects.order_by("-id")[0]


def messages_of(answer) -> str:
    form = answer.context["adminform"].form
    return str(form.errors.get_json_data())


def test_every_fact_can_be_found_in_the_admin_and_drafts_cannot():
    facts = {model for model in apps.get_models() if issubclass(model, Fact)}
    assert facts == set(FACTS)
    assert Draft not in REGISTERED


@pytest.mark.slow  # some eighty pages of the admin
def test_every_page_of_the_admin_opens(one_of_each, client, administrator):
    client.force_login(administrator)
    assert client.get("/admin/").status_code == 200
    for model in REGISTERED:
        opened = client.get(page(model, "changelist")), client.get(page(model, "changelist"), {"q": "truce"})
        assert [answer.status_code for answer in opened] == [200, 200], model
        can_add = model in ADDED or model in (User, Group)
        assert client.get(page(model, "add")).status_code == (200 if can_add else 403), model
        if row := model.objects.order_by("pk").first():
            assert client.get(page(model, "change", row.pk)).status_code == 200, model


@pytest.mark.slow  # four requests for each kind of fact
@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_what_is_published_is_never_changed_or_deleted(one_of_each, client, role, request):
    client.force_login(request.getfixturevalue(role))
    for model in (*FACTS, Entry, Outbox, Head):
        row = model.objects.order_by("pk").first()
        before = model.objects.count()
        assert row, f"no {model._meta.label} to try it on"
        assert client.get(page(model, "changelist")).status_code == 200
        assert client.post(page(model, "change", row.pk), {"slug": "changed"}).status_code == 403
        assert client.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403
        sweep = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        client.post(page(model, "changelist"), sweep)
        assert model.objects.count() == before


@pytest.mark.parametrize("model", [Entry, Outbox, Head, Review], ids=lambda model: model._meta.label)
def test_the_ledgers_own_rows_are_not_added_by_hand(harbour, desk, model):
    before = model.objects.count()
    assert desk.post(page(model, "add"), {"seq": 99}).status_code == 403
    assert model.objects.count() == before


def test_an_actor_is_recorded_in_the_name_of_who_added_it(harbour, desk, editor):
    made = added(desk, Actor, slug="tolan", kind="person", name="  Tolan  ")
    assert (made.name, made.description, made.entered_by) == ("Tolan", None, editor)
    take_numbers()
    made.refresh_from_db()
    assert made.known_from


def test_B72_a_name_that_makes_no_id_needs_one_written(harbour, desk):
    answer = desk.post(page(Actor, "add"), {"slug": "", "kind": "person", "name": "停火"})
    assert "slug" in messages_of(answer)
    assert added(desk, Actor, slug="tinghuo", kind="person", name="停火").name == "停火"


@pytest.mark.parametrize("slug", ["İstanbul", "---", "x" * 500, "Upper", "a b", "a/b"])
def test_B72_an_id_that_no_address_can_hold_is_refused(harbour, desk, slug):
    answer = desk.post(page(Actor, "add"), {"slug": slug, "kind": "person", "name": "Somebody"})
    assert answer.status_code == 200
    assert "slug" in messages_of(answer)


def test_B72_an_id_that_is_taken_is_a_message_and_no_fault(harbour, desk):
    answer = desk.post(page(Actor, "add"), {"slug": "orrin", "kind": "person", "name": "Another"})
    assert answer.status_code == 200
    assert "taken" in messages_of(answer) or "already exists" in messages_of(answer)
    assert Actor.objects.count() == 2


@pytest.mark.parametrize("name", ["\u200b", "a\x00b", "\u202eevil", "two\nlines"])
def test_B65_B67_what_the_service_refuses_becomes_a_message_at_the_field(harbour, desk, name):
    answer = desk.post(page(Actor, "add"), {"slug": "tolan", "kind": "person", "name": name})
    assert answer.status_code == 200
    assert "'name'" in messages_of(answer)
    assert not Actor.objects.filter(slug="tolan").exists()


def test_other_names_and_affiliations_are_recorded(harbour, desk):
    assert added(desk, Name, slug="n1", actor=harbour.orrin.pk, text="Орін", language="uk").actor == harbour.orrin
    held = added(
        desk, Affiliation, slug="a1", actor=harbour.orrin.pk, organisation=harbour.veth.pk, relation="speaks_for",
        held_on="2025-05/..", source=harbour.source.pk,
    )  # fmt: skip
    assert held.held_lower.isoformat() == "2025-05-01"


def test_a_source_with_a_wrong_address_or_date_is_refused_at_its_field(harbour, desk):
    typed = {
        "slug": "s1",
        "kind": "article",
        "title": "T",
        "published_on": "2025",
        "language": "en",
        "reliability": "B",
    }
    answer = desk.post(page(Source, "add"), typed | {"url": "javascript:alert(1)"})
    assert "'url'" in messages_of(answer)
    answer = desk.post(page(Source, "add"), typed | {"published_on": "2025-02-30"})
    assert "February 2025 has 28 days" in messages_of(answer)
    assert added(desk, Source, **typed).reliability == "B"


def test_a_proposal_and_what_describes_it_are_recorded(harbour, desk):
    process = harbour.pause.process
    proposal = added(desk, Proposal, slug="ebb", process=process.pk, title="Ebb", kind="truce", voiced_on="2025-05~")
    assert proposal.voiced_precision == "month"
    cited = {"source": harbour.source.pk}
    account = added(
        desk, Account, slug="acc", proposal=proposal.pk, covers=["sea", "air"], area="unclear", duration="fixed",
        length="P1M", renewal="none", ceasefire_class="cessation", **cited,
    )  # fmt: skip
    assert account.covers == ["sea", "air"]
    typed = {"proposal": proposal.pk, "heading": "Patrols", "summary": "Boats.", "category": "naval_patrol"}
    provision = added(desk, Provision, slug="patrols", **typed, **cited)
    what = {"provision": provision.pk, "actor": harbour.veth.pk, "role": "provider", "state": "asked", "what": "Boats"}
    asked = added(
        desk, Undertaking, slug="u1", **what, **cited, **empty(askers=1), **{"askers-0-actor": harbour.orrin.pk}
    )
    assert Asker.objects.get(undertaking=asked).actor == harbour.orrin


def test_an_account_that_contradicts_itself_is_refused(harbour, desk):
    typed = {
        "slug": "acc",
        "proposal": harbour.pause.pk,
        "area": "unclear",
        "renewal": "none",
        "source": harbour.source.pk,
    }
    answer = desk.post(
        page(Account, "add"),
        typed | {"covers": ["sea"], "excludes": ["sea"], "duration": "open", "ceasefire_class": "cessation"},
    )
    assert answer.status_code == 200
    assert "same thing" in messages_of(answer)


def test_a_fact_that_needs_one_piece_of_evidence_says_so(harbour, desk):
    typed = {"slug": "p1", "proposal": harbour.pause.pk, "heading": "H", "summary": "S", "category": "other"}
    answer = desk.post(page(Provision, "add"), typed)
    assert "evidence" in messages_of(answer)


def test_an_event_is_recorded_with_who_took_part_and_what_it_did(harbour, desk, editor):
    rows = empty(participants=2, effects=1) | {
        "participants-0-actor": harbour.orrin.pk,
        "participants-1-actor": harbour.veth.pk,
        "effects-0-proposal": harbour.pause.pk,
        "effects-0-kind": "advanced",
    }
    typed = {"slug": "quay-talks", "kind": "talks", "title": "Quay talks", "summary": "They met."}
    made = added(desk, Event, **typed, happened_on="2025-05-04", source=harbour.source.pk, **rows)
    assert Participant.objects.filter(event=made).count() == 2
    effect = Effect.objects.get(event=made)
    assert (effect.kind, effect.entered_by) == ("advanced", editor)
    take_numbers()


def test_an_event_whose_effect_is_refused_is_not_there_at_all(harbour, desk):
    rows = empty(participants=0, effects=1) | {
        "effects-0-proposal": harbour.pause.pk,
        "effects-0-kind": "advanced",
        "effects-0-note": "\u200b",
    }
    typed = {"slug": "quay-talks", "kind": "talks", "title": "Quay talks", "summary": "They met."}
    answer = desk.post(page(Event, "add"), {**typed, "happened_on": "2025-05-04", "source": harbour.source.pk, **rows})
    assert answer.status_code == 200
    assert "visible text" in messages_of(answer)
    assert not Event.objects.exists()


SAID = {"quote": "So be it.", "language": "en", "wording": "original", "said_on": "2025-05-02", "channel": "press"}


def a_statement(harbour, **typed) -> dict:
    return {
        "slug": "said",
        "source": harbour.source.pk,
        "speakers": [harbour.orrin.pk],
        "credibility": 6,
        **SAID,
        **typed,
    }


def test_a_statement_is_logged_with_speakers_words_and_a_position(harbour, desk, editor):
    about = {"proposal": harbour.pause.pk, "stance": "supports_conditionally", "conditions": "First.\n\nSecond."}
    made = added(desk, Statement, **a_statement(harbour, principals=[harbour.veth.pk]), **about)
    assert (made.slug, made.entered_by) == ("said", editor)
    assert Speaker.objects.filter(statement=made).count() == 2
    assert Rendering.objects.get(statement=made).quote == "So be it."
    held = Position.objects.get(statement=made)
    assert held.actor == harbour.veth
    assert [one.text for one in Condition.objects.filter(position=held).order_by("id")] == ["First.", "Second."]
    take_numbers()
    shown = desk.get(page(Statement, "change", made.pk)).content.decode()
    assert "So be it." in shown and "Delegate Orrin" in shown


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"quote": "\u200b"}, "quote", "visible text"),
        ({"quote": "x" * 1_000_000}, "quote", "At most 20,000 characters"),
        ({"quote": "a\x00b"}, "quote", "ull characters are not allowed"),
        ({"quote": ""}, "quote", "Give the words"),
        ({"said_on": "2025-02-30"}, "said_on", "28 days"),
        ({"said_on": "2190"}, "said_on", "has not come yet"),
        ({"speakers": []}, "speakers", "required"),
        ({"stance": "supports"}, "stance", "needs a proposal and a stance"),
    ],
)
def test_a_statement_that_is_refused_says_why_at_its_field(harbour, desk, typed, field, told):
    answer = desk.post(page(Statement, "add"), a_statement(harbour, **typed))
    assert answer.status_code == 200
    assert told in str(answer.context["adminform"].form.errors[field])
    assert Statement.objects.count() == 1


def test_conditional_support_without_a_condition_is_refused_at_the_conditions(harbour, desk):
    about = {"proposal": harbour.pause.pk, "stance": "supports_conditionally"}
    answer = desk.post(page(Statement, "add"), a_statement(harbour, **about))
    assert "at least one condition" in str(answer.context["adminform"].form.errors["conditions"])


def test_B69_the_same_words_again_are_refused_and_can_be_logged_anyway(harbour, desk):
    added(desk, Statement, **a_statement(harbour))
    again = a_statement(harbour, slug="again")
    assert "logged already" in messages_of(desk.post(page(Statement, "add"), again))
    assert added(desk, Statement, **again, allow_duplicate="on").slug == "again"


def test_a_wording_and_a_position_can_follow_their_statement(harbour, desk):
    words = {"statement": harbour.statement.pk, "source": harbour.source.pk, "language": "en", "form": "original"}
    wording = added(desk, Rendering, slug="w1", quote="Welcome.", **words)
    assert wording.fingerprint == fingerprint("Welcome.")
    typed = {"statement": harbour.statement.pk, "actor": harbour.orrin.pk, "proposal": harbour.pause.pk}
    held = added(desk, Position, slug="h1", stance="supports_conditionally", conditions="If.", **typed)
    assert (held.slug, held.conditions.get().text) == ("h1", "If.")
    answer = desk.post(page(Position, "add"), {"slug": "h2", "stance": "supports", **typed})
    assert answer.status_code == 200  # one stance of an actor per statement
    assert Position.objects.count() == 1


def test_a_status_is_changed_through_its_service(harbour, desk):
    typed = {"slug": "sc", "proposal": harbour.pause.pk, "effective_on": "2025-05-03", "reason": "Talks."}
    typed |= {"source": harbour.source.pk}
    made = added(desk, StatusChange, to_status="negotiating", **typed)
    assert (made.from_status, made.slug) == ("floated", "sc")
    typed["slug"] = "sc2"
    answer = desk.post(page(StatusChange, "add"), typed | {"to_status": "completed"})
    assert "cannot become completed" in str(answer.context["adminform"].form.errors["to_status"])
    answer = desk.post(page(StatusChange, "add"), typed | {"to_status": "agreed", "effective_on": "2025-05-02"})
    assert "begins before" in str(answer.context["adminform"].form.errors["effective_on"])
    answer = desk.post(page(StatusChange, "add"), typed | {"to_status": "agreed", "source": ""})
    assert "evidence" in messages_of(answer)
    assert StatusChange.objects.count() == 2


def test_a_list_of_suggestions_leaves_out_what_was_retracted(harbour, desk, editor):
    gone = ActorFactory(slug="gone", name="Delegate Gone")
    Actor.objects.filter(pk=gone.pk).update(closed=True, closed_by=editor, closed_reason="Never existed.")
    query = {"term": "delegate", "app_label": "proposals", "model_name": "speaker", "field_name": "actor"}
    found = desk.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [one["text"] for one in found] == ["Delegate Orrin", "Delegate Veth"]
    assert "Delegate Gone" in desk.get(page(Actor, "changelist"), {"q": "gone"}).content.decode()
