"""The status track: where its stretches begin, end and fade."""

import pytest
from django.template import engines

from ceasefire.web.templatetags.track import Segment, status_track


def segment(from_x: float, to_x: float, **more: object) -> Segment:
    return Segment(from_x=from_x, to_x=to_x, tone="open", label="floated", **more)


def pieces(*segments: Segment) -> list[tuple[str, str, bool]]:
    drawn = status_track(segments)["stations"]
    return [(piece.x1, piece.x2, piece.sure) for station in drawn for piece in station.pieces]


def test_a_certain_stretch_is_one_solid_bar():
    assert pieces(segment(100, 600)) == [("10.0%", "60.0%", True)]


def test_U8_uncertain_ends_are_dashed():
    drawn = pieces(segment(100, 600, uncertain_start=True, uncertain_end=True))
    assert drawn == [("10.0%", "17.0%", False), ("17.0%", "53.0%", True), ("53.0%", "60.0%", False)]


def test_a_short_stretch_that_is_uncertain_at_both_ends_has_no_sure_middle():
    assert pieces(segment(100, 150, uncertain_start=True, uncertain_end=True)) == [("10.0%", "15.0%", False)]


def test_a_stretch_without_length_is_a_dot_alone():
    assert pieces(segment(100, 100, uncertain_end=True)) == []


def test_what_lies_outside_is_drawn_at_the_edge():
    assert pieces(segment(-50, 2000)) == [("0.0%", "100.0%", True)]


def test_numbers_that_would_touch_stand_on_different_levels():
    drawn = status_track([segment(100, 120), segment(120, 140), segment(140, 600), segment(600, 700)])
    heights = [station.number_y for station in drawn["stations"]]
    assert len(set(heights[:3])) == 3
    assert heights[3] == heights[0]


def test_a_label_is_written_only_where_it_fits():
    drawn = status_track([segment(0, 40), segment(40, 600)])["stations"]
    assert [station.word_x is not None for station in drawn] == [False, True]


def test_an_unknown_key_of_a_segment_is_refused():
    with pytest.raises(TypeError):
        status_track([{"from_x": 0, "to_x": 1, "tone": "open", "label": "floated", "colour": "red"}])


def test_no_segments_draw_an_empty_axis():
    drawn = status_track([])
    assert drawn["stations"] == []
    assert drawn["end"] is None


def test_the_drawing_has_a_title_and_a_table_that_says_the_same():
    template = engines["django"].from_string('{% load track %}{% status_track segments title=title ident="truce" %}')
    drawn = template.render(
        {
            "title": "Truce <1>",
            "segments": [segment(0, 500, begins="2024-08~", ends="2025-03-02", uncertain_start=True)],
        }
    )
    assert '<b id="truce-title">Truce &lt;1&gt;</b>' in drawn
    assert 'aria-labelledby="truce-title"' in drawn
    assert 'id="truce-table"' in drawn
    assert "around August 2024" in drawn
    assert '<time class="date" datetime="2025-03-02">2 March 2025</time>' in drawn
    assert 'class="track__dot track__dot--unsure"' in drawn
