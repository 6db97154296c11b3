"""The API's description of itself: every operation tells the problems it may answer with."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent

from ceasefire.rest import kinds, problems

ALWAYS = (400, 401, 406, 503)
ON_WRITES = (403, 409, 413, 415)
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

PROBLEM = {
    "type": "object",
    "description": "What went wrong, after RFC 9457.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "The page that explains this kind.",
        },
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "What went wrong this time."},
        "instance": {
            "type": "string",
            "format": "uri",
            "description": "The number of the request in the log.",
        },
        "code": {"type": "string", "description": "The kind of problem, stable."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message", "code"],
                "properties": {
                    "field": {"type": "string", "description": "Dotted path, such as `positions.0.stance`."},
                    "message": {"type": "string"},
                    "code": {"type": "string"},
                },
            },
        },
    },
}


class ProblemAutoSchema(AutoSchema):
    """Adds the problem answers that every view of this project can give."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: ComponentRegistry
    ) -> dict[str, Any] | None:
        operation: dict[str, Any] | None = super().get_operation(path, path_regex, path_prefix, method, registry)
        if operation is not None:
            problem = _problem_component(registry)
            for status in self._problem_statuses():
                operation["responses"].setdefault(str(status), _answer(status, problem))
        return operation

    def _problem_statuses(self) -> list[int]:
        on_writes = () if self.method in SAFE_METHODS else ON_WRITES
        on_details = (404,) if "{" in self.path else ()
        return sorted({*ALWAYS, *on_writes, *on_details})


def _problem_component(registry: ComponentRegistry) -> ResolvedComponent:
    component = ResolvedComponent(  # type: ignore[no-untyped-call]
        name="Problem", type=ResolvedComponent.SCHEMA, schema=PROBLEM, object="Problem"
    )
    registry.register_on_missing(component)
    return component


def _answer(status: int, problem: ResolvedComponent) -> dict[str, Any]:
    kind = kinds.of_status(status)
    return {"description": kind.title, "content": {problems.MEDIA_TYPE: {"schema": problem.ref}}}
