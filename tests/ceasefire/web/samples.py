"""What the gallery shows: the public figures of March 2025, and texts that mean harm."""

from datetime import UTC, datetime

from django import forms

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
OVERRIDE = "abc \u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd \u2066unclosed"
ENDLESS = "w" * 300


class StatementForm(forms.Form):
    quote = forms.CharField(widget=forms.Textarea, help_text="Letter for letter, without quotation marks.")
    speaker = forms.CharField(help_text="A name from the directory.")
    said_on = forms.CharField(label="Said on", help_text="EDTF, such as 2025-03-02 or 2024-08~.")
    stance = forms.ChoiceField(
        choices=[
            ("supports", "supports"),
            ("supports_conditionally", "supports conditionally"),
            ("opposes", "opposes"),
        ],
        widget=forms.RadioSelect,
    )
    outlet = forms.ChoiceField(choices=[("", "choose"), ("sky", "Sky News")], required=False)
    draft = forms.BooleanField(required=False, label="Keep as a draft", help_text="Nobody but editors sees it.")


def quotes() -> list[dict]:
    return [
        {
            "words": "If you don’t have an end to the war and you don’t have security guarantees, "
            "no one is able to control a ceasefire,",
            "language": "en",
            "form": "original",
            "speaker": "Volodymyr Zelensky",
            "speaker_href": "/actors/volodymyr-zelensky/",
            "office": "President of Ukraine",
            "speaking_for": "Ukraine",
            "said_on": "2025-03-02",
            "venue": "Stansted Airport",
            "outlet": "a newspaper",
            "href": "/statements/zelensky-stansted/",
            "grade": "B2",
            "reviewed": True,
        },
        {
            "words": "in the air, at sea and on energy infrastructure",
            "language": "en",
            "form": "translation",
            "speaker": "Emmanuel Macron",
            "office": "President of France",
            "said_on": "2025-03-02~",
            "relayed_by": "a newspaper",
            "href": "/statements/macron-flight/",
            "reviewed": False,
        },
        {
            "gist": "British officials showed little enthusiasm for the time being.",
            "speaker": "British officials",
            "said_on": "2025-03",
            "outlet": "a newspaper",
            "reviewed": False,
        },
        {
            "words": f"{SCRIPT} {OVERRIDE} {ENDLESS}",
            "language": '"><script>alert(2)</script>',
            "speaker": OVERRIDE,
            "office": SCRIPT,
            "said_on": "2024-08~",
            "venue": ENDLESS,
            "outlet": SCRIPT,
            "reviewed": False,
        },
        {
            "words": "هدنة لمدة شهر واحد",
            "language": "ar",
            "form": "damaged",
            "speaker": OVERRIDE,
            "said_on": "2025-03-02/..",
            "reviewed": None,
        },
    ]


def stands() -> list[dict]:
    return [
        {
            "code": "proposes",
            "name": "Emmanuel Macron",
            "office": "President of France",
            "href": "/actors/emmanuel-macron/",
            "words": "in the air, at sea and on energy infrastructure",
            "said_on": "2025-03-02",
        },
        {
            "code": "noncommittal",
            "name": "Volodymyr Zelensky",
            "office": "President of Ukraine",
            "href": "/actors/volodymyr-zelensky/",
            "words": "no one is able to control a ceasefire",
            "said_on": "2025-03-02",
            "condition": {
                "text": "hard security guarantees",
                "of": "United States",
                "about": "security guarantees",
                "about_href": "/proposals/final-settlement/",
                "state": "open",
                "since": "2025-03-02",
            },
        },
        {"code": "sceptical", "name": "United Kingdom", "href": "/actors/united-kingdom/"},
        {"code": "", "days": 630, "name": "Russia", "href": "/actors/russia/"},
        {
            "contested": ["supports_conditionally", "opposes"],
            "name": SCRIPT,
            "office": OVERRIDE,
            "href": '/"onmouseover="alert(3)',
            "words": ENDLESS,
            "said_on": "2025-03",
            "condition": {"text": f"{SCRIPT}{ENDLESS}", "state": "refused"},
        },
    ]


def entries() -> list[dict]:
    recorded = datetime(2025, 3, 5, 9, 30, 12, tzinfo=UTC)
    return [
        {
            "seq": 41,
            "href": "/timeline/?seq=41",
            "kind": "status_changed",
            "happened_on": "2025-03-02",
            "day": 0,
            "recorded_at": recorded,
            "status_from": "collapsed",
            "status_to": "floated",
            "reason": "Macron takes up the idea of a partial pause again on his way back from London.",
            "evidence": "interview on the flight from London",
            "evidence_href": "/statements/macron-flight/",
            "entered_by": "editor",
            "reviewed": False,
        },
        {
            "seq": 40,
            "href": "/timeline/?seq=40",
            "kind": "position_stated",
            "happened_on": "2025-03-02",
            "day": 0,
            "recorded_at": recorded,
            "actor": "Volodymyr Zelensky",
            "actor_href": "/actors/volodymyr-zelensky/",
            "stance": "noncommittal",
            "proposal": "One-month truce",
            "proposal_href": "/proposals/one-month-truce/",
            "quote": quotes()[0],
            "conditions": [{"text": "hard security guarantees", "of": None, "state": "open"}],
            "reviewed": True,
        },
        {
            "seq": 39,
            "href": "/timeline/?seq=39",
            "kind": "status_changed",
            "happened_on": "2024-08~",
            "day": -210,
            "recorded_at": recorded,
            "status_from": "in_force",
            "status_to": "collapsed",
            "reason": f"{SCRIPT} {OVERRIDE} {ENDLESS}",
            "evidence": SCRIPT,
            "entered_by": SCRIPT,
            "reviewed": None,
        },
    ]


def segments() -> list[dict]:
    return [
        {
            "from_x": 60,
            "to_x": 240,
            "tone": "open",
            "label": "negotiating",
            "uncertain_start": True,
            "begins": "2024-06~",
        },
        {
            "from_x": 240,
            "to_x": 300,
            "tone": "agreed",
            "label": "agreed",
            "uncertain_start": True,
            "uncertain_end": True,
            "begins": "2024-07~",
            "ends": "2024-08",
        },
        {
            "from_x": 300,
            "to_x": 320,
            "tone": "suspended",
            "label": SCRIPT,
            "begins": "2024-08",
            "ends": "2024-08",
        },
        {
            "from_x": 320,
            "to_x": 560,
            "tone": "ended",
            "label": "collapsed",
            "begins": "2024-08",
            "ends": "2025-03-02",
        },
        {
            "from_x": 560,
            "to_x": 1000,
            "tone": "open",
            "label": "floated",
            "uncertain_end": True,
            "begins": "2025-03-02",
            "ends": "2025-03-02/..",
            "href": "/statements/macron-flight/",
        },
    ]


def everything() -> dict:
    """All that the gallery's template asks for."""
    wrong = StatementForm(
        {
            "quote": f"{SCRIPT}{ENDLESS}</textarea>",
            "speaker": '" autofocus onfocus="alert(4)',
            "said_on": "",
            "stance": "perhaps",
        }
    )
    source = {
        "title": "An article on the two plans",
        "url": "https://example.org/2025/03/03/truce",
        "outlet": "a newspaper",
        "kind": "article",
        "published_on": "2025-03-03",
        "language": "en",
        "grade": "B2",
    }
    return {
        "truce": {"covers": ["air", "sea", "energy_infrastructure"], "excludes": ["ground_front_line"]},
        "energy": {"covers": ["energy_infrastructure", "long_range_strikes"], "excludes": []},
        "stands": stands(),
        "letters": [
            {"code": "supports", "name": "Ukraine"},
            {"code": "", "name": "Russia"},
            {"code": "denies_existence", "name": SCRIPT},
        ],
        "segments": segments(),
        "ticks": [(0, "May 2024"), (250, "July 2024"), (500, "January 2025"), (1000, "22 November 2026")],
        "links": [
            {
                "kind": "revives",
                "inverse": False,
                "title": "Pause of strikes on energy infrastructure",
                "href": "/proposals/energy-strikes-pause/",
                "status": "collapsed",
                "since": "2024-08",
            },
            {
                "kind": "precursor_of",
                "inverse": False,
                "title": "Final settlement",
                "href": "/proposals/final-settlement/",
            },
            {"kind": "revives", "inverse": True, "title": SCRIPT, "href": "/"},
        ],
        "hidden": [("kind", SCRIPT)],
        "quotes": quotes(),
        "source": source,
        "entries": entries(),
        "statuses": [
            "floated",
            "proposed",
            "negotiating",
            "agreed",
            "in_force",
            "suspended",
            "collapsed",
            "never_took_effect",
        ],
        "form": wrong,
        "hostile": {
            "name": f"{OVERRIDE} {SCRIPT} {ENDLESS}",
            "source": {
                "title": SCRIPT,
                "url": "javascript:alert(5)",
                "outlet": OVERRIDE,
                "language": "xx-unknown",
            },
        },
    }
