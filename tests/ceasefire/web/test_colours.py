"""Colours: enough contrast on both papers, and one dark palette whichever way it is chosen."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[3] / "static" / "css"
BLOCK = re.compile(r"(:root[^{]*)\{([^}]*)\}")
COLOUR = re.compile(r"(--[\w-]+): (#[0-9A-F]{6});")
LIGHT, DARK_BY_SYSTEM, DARK_BY_CHOICE = (
    dict(COLOUR.findall(body)) for _, body in BLOCK.findall((CSS / "tokens.css").read_text())
)
PAPERS = {"light": LIGHT, "dark": LIGHT | DARK_BY_SYSTEM}
LINES = ["--line-open", "--line-agreed", "--line-in-force", "--line-suspended", "--line-ended"]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_knows_black_on_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_ways_into_the_dark_are_the_same():
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE


@pytest.mark.parametrize("theme", PAPERS)
@pytest.mark.parametrize("ground", ["--paper", "--raised"])
@pytest.mark.parametrize("ink", ["--ink", "--muted", "--link", "--alarm", "--good", "--line-suspended"])
def test_text_stands_out_from_its_paper(theme, ground, ink):
    assert contrast(PAPERS[theme][ink], PAPERS[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", PAPERS)
@pytest.mark.parametrize("ground", ["--paper", "--raised"])
@pytest.mark.parametrize("line", [*LINES, "--edge", "--focus"])
def test_lines_and_borders_stand_out_from_their_paper(theme, ground, line):
    assert contrast(PAPERS[theme][line], PAPERS[theme][ground]) >= 3


@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        ("--proposes", "--on-dark"),
        ("--supports", "--on-dark"),
        ("--conditional", "--conditional-ink"),
        ("--conditional-hatch", "--conditional-ink"),
        ("--noncommittal", "--noncommittal-ink"),
        ("--sceptical", "--sceptical-ink"),
        ("--opposes", "--on-dark"),
        ("--denies", "--on-dark"),
        ("--open", "--on-dark"),
        ("--agreed", "--on-dark"),
        ("--in-force", "--on-dark"),
        ("--suspended", "--on-dark"),
        ("--ended", "--on-dark"),
        ("--band", "--on-dark"),
    ],
)
@pytest.mark.parametrize("theme", PAPERS)
def test_words_on_chips_pills_and_band_can_be_read(theme, ground, ink):
    assert contrast(PAPERS[theme][ground], PAPERS[theme][ink]) >= 4.9


def test_colours_are_named_once_and_only_in_the_tokens():
    for part in CSS.glob("*.css"):
        if part.name not in ("tokens.css", "print.css"):
            assert not re.findall(r"#[0-9A-Fa-f]{3,6}\b", part.read_text()), part.name


def test_every_name_that_is_used_is_defined():
    defined = set(re.findall(r"(--[\w-]+):", (CSS / "tokens.css").read_text()))
    for part in CSS.glob("*.css"):
        assert set(re.findall(r"var\((--[\w-]+)\)", part.read_text())) <= defined, part.name


def test_the_style_sheet_names_only_files_that_exist():
    named = re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text())
    assert sorted(named) == sorted(path.name for path in CSS.glob("*.css") if path.name != "site.css")
