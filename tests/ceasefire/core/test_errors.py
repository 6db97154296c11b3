from ceasefire.core.errors import BadInput, Conflict, FieldError


class IllegalMove(Conflict):
    """A status cannot follow another."""

    code = "illegal_move"


def test_a_refusal_without_a_field_binds_to_none():
    assert Conflict("Not like this.").errors == []


def test_a_refusal_binds_its_message_and_code_to_its_field():
    assert IllegalMove("Not from here.", field="to").errors == [FieldError("to", "Not from here.", "illegal_move")]


def test_bad_input_carries_several_field_errors():
    several = [FieldError("to", "Unknown."), FieldError("reason", "Missing.")]
    assert BadInput("Two things are wrong.", errors=several).errors == several


def test_inside_puts_a_path_before_every_field_and_leaves_the_first_refusal_alone():
    refusal = BadInput("No.", errors=[FieldError("conditions", "One is needed."), FieldError("", "Odd.")])
    moved = refusal.inside("positions.0")
    assert [error.field for error in moved.errors] == ["positions.0.conditions", "positions.0"]
    assert [error.field for error in refusal.errors] == ["conditions", ""]


def test_inside_keeps_the_class_and_the_message():
    moved = IllegalMove("Not from here.", field="to").inside("changes.3")
    assert (type(moved), str(moved), moved.field) == (IllegalMove, "Not from here.", "changes.3.to")
