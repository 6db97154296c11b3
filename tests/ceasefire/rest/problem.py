"""What every problem answer must look like."""

import re

KEYS = {"type", "title", "status", "detail", "instance", "code"}


def problem(response, status):
    """The body of a response that must be a problem with this status."""
    assert response.status_code == status, (response.status_code, response.content[:300])
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert body.keys() - {"errors"} == KEYS
    assert body["status"] == status
    assert body["type"] == f"/problems/{body['code']}"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", body["instance"])
    assert "secret words" not in response.content.decode()
    return body


def wrong(response, status=400):
    """The fields that a problem names, with their messages."""
    return {error["field"]: error["message"] for error in problem(response, status)["errors"]}
