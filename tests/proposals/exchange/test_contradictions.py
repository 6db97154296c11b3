import pytest


def test_a_scope_is_not_both_covered_and_left_out(changed, line_of):
    [(line, place, said)] = changed("excludes: [ground_front_line]", "excludes: [sea]")

    assert (line, place) == (line_of("excludes:"), "accounts.0.excludes.0")
    assert "'sea' is in covers" in said


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("{id: lines,", "{id: lines, parent: halt,", "provisions.1.parent", "belongs to 'truce'"),
        ("{id: halt,", "{id: halt, parent: lines,", "provisions.0.parent", "earlier in the file"),
        ("{id: halt,", "{id: halt, parent: halt,", "provisions.0.parent", "earlier in the file"),
        ("{id: lines,", "{id: lines, text: t1,", "provisions.1.text", "belongs to 'truce'"),
    ],
)
def test_a_provision_stays_within_its_proposal(changed, line_of, old, new, field, message):
    [(line, place, said)] = changed(old, new)

    assert (line, place) == (line_of(old), field)
    assert message in said


@pytest.mark.parametrize(
    ("position", "field"),
    [
        ("{id: b, proposal: truce, stance: opposes}", "statements.0.positions.1"),
        ("{id: b, proposal: truce, provision: lines, stance: opposes}", "statements.0.positions.1.provision"),
        (
            "{id: b, proposal: peace, stance: opposes, conditions: [{text: x, proposal: peace, provision: halt}]}",
            "statements.0.positions.1.conditions.0.provision",
        ),
    ],
)
def test_positions_that_contradict_are_refused(changed, position, field, line_of):
    [(line, place, _)] = changed("        stance: supports\n", f"        stance: supports\n      - {position}\n")

    assert place == field
    assert line == line_of("stance: supports") + 1


@pytest.mark.parametrize(
    ("section", "field"),
    [
        ("links:\n  - {id: l, from: truce, to: truce, kind: extends, source: paper}\n", "links.0.to"),
        (
            "affiliations:\n"
            "  - {id: a, actor: arvenia, with: arvenia, relation: part_of, held: ../.., source: paper}\n",
            "affiliations.0.with",
        ),
    ],
)
def test_nothing_is_tied_to_itself(faults, section, field, small):
    assert [place for _, place, _ in faults(small + section)] == [field]


def test_an_actor_has_one_place_in_a_process(changed):
    party = "      - {id: war-arvenia, actor: arvenia, role: party}\n"

    [(line, place, _)] = changed(party, party + party.replace("war-arvenia", "again"))
    assert (line, place) == (9, "processes.0.parties.1.actor")


def test_a_text_number_is_used_once(changed):
    text = "  - {id: t1, proposal: truce, number: 1, title: Draft,"
    again = text.replace("t1", "t2") + " issued_on: 2019, source: paper, language: en}\n"

    assert [place for _, place, _ in changed(text, again + text)] == ["texts.1.number"]


def test_the_name_of_a_joint_position_leaves_room_for_its_holders(faults, small, line_of):
    joint = small.replace("speakers: [arvenia]", "speakers: [arvenia, belmark]")

    [(line, place, said)] = faults(joint.replace("id: arvenia-for-truce", f"id: {'a' * 73}"))
    assert (line, place) == (line_of("id: arvenia-for-truce"), "statements.0.positions.0.id")
    assert "may have 80 characters" in said


def test_two_positions_never_get_one_name(faults, small):
    other = small[small.index("  - id: said") : small.index("provisions:")]
    again = other.replace("id: said", "id: more").replace("id: arvenia-for-truce", "id: arvenia-for-truce-belmark")
    joint = small.replace("speakers: [arvenia]", "speakers: [arvenia, belmark]")

    [(_, place, said)] = faults(joint.replace("provisions:", again + "provisions:"))
    assert place == "statements.1.positions.0.id"
    assert "'arvenia-for-truce-belmark'" in said
