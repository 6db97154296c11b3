import pytest
import yaml
from drf_spectacular.validation import validate_schema

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")


@pytest.fixture
def schema(client):
    return yaml.safe_load(client.get("/api/v1/schema/").content)


def test_the_schema_is_valid_openapi(schema):
    validate_schema(schema)


def test_every_operation_tells_the_problems_it_may_answer_with(schema):
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            told = {
                status
                for status, answer in operation["responses"].items()
                if answer.get("content", {}).get("application/problem+json", {}).get("schema")
                == {"$ref": "#/components/schemas/Problem"}
            }
            expected = {"400", "401", "406", "503"}
            expected |= set() if method == "get" else {"403", "409", "413", "415"}
            expected |= {"404"} if "{" in path else set()
            assert told == expected, (path, method)


def test_a_list_tells_its_parameters(schema):
    told = {one["name"]: one["schema"] for one in schema["paths"]["/api/v1/people/"]["get"]["parameters"]}
    assert told["page_size"] == {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}
    assert told["ordering"]["enum"] == ["name", "-name", "joined"]
    assert told["said_from"] == {"type": "string", "format": "edtf", "maxLength": 64}
    assert {"cursor", "said_to", "group", "house", "active"} <= told.keys()


def test_fields_tell_what_they_take(schema):
    told = schema["components"]["schemas"]["EntryRequest"]["properties"]
    assert told["title"]["maxLength"] == 20
    assert told["said_on"]["format"] == "edtf"
    assert "seq" not in told


def test_a_page_is_told_whole(schema):
    page = schema["components"]["schemas"]["PaginatedPersonList"]
    assert page["required"] == ["next", "previous", "results"]
