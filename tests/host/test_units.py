"""The parts whose rules need more cases than requests to a running host can show."""

import json
from typing import Any

import pytest

from devstack.host.config import ConfigError, resolve, time_span
from devstack.host.routes import Route, Router, decode_path, parse_template
from devstack.host.schemas import BINDINGS, check_metadata


def matches(template: str, path: str) -> bool:
    return isinstance(
        Router([Route(parse_template(template, "f"), None, 1)]).find("GET", decode_path(path)), tuple
    )


@pytest.mark.parametrize(
    ("constraint", "good", "bad"),
    [
        ("int", ["0", "-7", "2147483647"], ["2147483648", "1.5", "x", "9" * 5000]),
        ("long", ["2147483648"], ["9223372036854775808", "x"]),
        ("bool", ["true", "FALSE"], ["1"]),
        ("alpha", ["abcXYZ"], ["a1", "ä"]),
        ("double", ["1", "-1.5", "2e9"], ["x", "."]),
        (
            "guid",
            ["0f8fad5bd9cb469fa16570867728950e", "{0F8FAD5B-d9cb-469f-a165-70867728950e}"],
            ["0f8fad5b"],
        ),
        ("length(3)", ["abc"], ["ab", "abcd"]),
        ("length(2,3)", ["ab", "abc"], ["a", "abcd"]),
        ("minlength(2)", ["ab", "abc"], ["a"]),
        ("maxlength(2)", ["a", "ab"], ["abc"]),
        ("min(18)", ["18", "99"], ["17", "x"]),
        ("max(18)", ["18", "-1"], ["19"]),
        ("range(1,3)", ["1", "3"], ["0", "4"]),
        (r"regex(^\\d{{3}}-x$)".replace("\\\\", "\\"), ["123-x", "123-X"], ["12-x"]),
        ("int:min(3)", ["3"], ["2", "x"]),
    ],
)
def test_a_constraint_takes_what_it_says(constraint: str, good: list[str], bad: list[str]) -> None:
    for value in good:
        assert matches(f"a/{{id:{constraint}}}", f"/a/{value}"), value
    for value in bad:
        assert not matches(f"a/{{id:{constraint}}}", f"/a/{value}"), value


def test_the_more_literal_route_wins_whatever_the_order() -> None:
    templates = ["{*rest}", "a/{b}", "a/{b:int}", "a/b", "a/{b:int}/{c}", "a/b/{c?}", "{x}/b"]
    for order in (templates, templates[::-1]):
        router = Router([Route(parse_template(one, "f"), None, one) for one in order])
        for path, template in {
            "/a/b/c": "a/b/{c?}",
            "/a/7": "a/{b:int}",
            "/a/x": "a/{b}",
            "/z/b": "{x}/b",
            "/a/7/c": "a/{b:int}/{c}",
            "/z/y/x": "{*rest}",
        }.items():
            found = router.find("GET", decode_path(path))
            assert isinstance(found, tuple)
            assert found[0] == template, path


@pytest.mark.parametrize(
    "template",
    ["{a", "a}", "{}", "{a?}/b", "{*a}/b", "{a}/{A}", "{a:colour}", "{a:min(x)}", "{a:regex(()}", "{a=5}"],
)
def test_a_template_that_cannot_be_honoured_is_refused(template: str) -> None:
    with pytest.raises(ConfigError, match="function f"):
        parse_template(template, "function f")


def test_a_path_is_decoded_once_and_segment_by_segment() -> None:
    assert decode_path("/a%2Fb/%2525/c+d/") == ["a%2Fb", "%25", "c+d"]
    assert decode_path("/a/./b/../c") == ["a", "c"]
    assert decode_path("/%2e%2e/%2E%2E/a") == ["a"]
    assert decode_path("/") == []
    with pytest.raises(ValueError, match="NUL"):
        decode_path("/a%00b")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("00:05:00", 300), ("1.00:00:01", 86401), ("00:00:00.100", 0.1), ("01:30", 5400), ("2", 172800)],
)
def test_a_time_span_is_dot_nets(text: str, seconds: float) -> None:
    assert time_span(text, "x") == seconds


@pytest.mark.parametrize("text", ["", "5 minutes", "24:00:00", "00:60:00", "-00:00:01", "1:2:3:4"])
def test_what_is_no_time_span_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="x: "):
        time_span(text, "x")


def test_settings_are_put_into_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAGE", "test")
    assert resolve("jobs-%STAGE%-%STAGE%", "f") == "jobs-test-test"
    with pytest.raises(ConfigError, match="binding expression"):
        resolve("jobs-{queueTrigger}", "f")


def check(*bindings: dict[str, Any]) -> list[str]:
    return check_metadata("f", [json.dumps(one) for one in bindings])


HTTP = {"type": "httpTrigger", "direction": "IN", "name": "req", "methods": ["GET"], "authLevel": "ANONYMOUS"}
REPLY = {"type": "http", "direction": "OUT", "name": "$return"}


def test_documented_bindings_have_no_problem() -> None:
    assert check(HTTP, REPLY) == []
    assert check({**HTTP, "route": "a/{id}"}, {**REPLY, "name": "answer"}) == []
    assert {kind for kind, _ in BINDINGS} >= {
        "httpTrigger",
        "queueTrigger",
        "timerTrigger",
        "cosmosDB",
        "queue",
    }


@pytest.mark.parametrize(
    ("bindings", "problem"),
    [
        ([REPLY], "exactly one trigger is needed, there are 0"),
        ([HTTP, {**HTTP, "name": "other"}], "exactly one trigger is needed, there are 2"),
        ([HTTP, {**REPLY, "name": "req"}], "binding req: the name is used twice"),
        ([{**HTTP, "methods": ["FETCH"]}], "methods must be of get, post"),
        ([{**HTTP, "methods": "GET"}], "methods must be of type list"),
        ([{**HTTP, "authLevel": "SECRET"}], "authLevel must be of anonymous"),
        ([{**HTTP, "cardinality": "MANY"}], "cardinality is not a documented property"),
        ([{**HTTP, "name": "7"}], "name has the invalid value '7'"),
        ([{**HTTP, "name": "$return"}], "$return must be an output"),
        ([{"type": "timerTrigger", "direction": "IN", "name": "t"}], "schedule is required"),
        (
            [
                {
                    "type": "timerTrigger",
                    "direction": "IN",
                    "name": "t",
                    "schedule": "x",
                    "runOnStartup": "yes",
                }
            ],
            "runOnStartup must be of type bool",
        ),
        (
            [{"type": "timerTrigger", "direction": "IN", "name": "t", "schedule": "x"}, REPLY],
            "an http output binding needs an httpTrigger",
        ),
        (
            [
                HTTP,
                {"type": "cosmosDB", "direction": "OUT", "name": "d", "databaseName": "d", "connection": "C"},
            ],
            "containerName is required",
        ),
    ],
)
def test_a_binding_that_is_not_as_documented_is_named(bindings: list[dict[str, Any]], problem: str) -> None:
    problems = check(*bindings)
    assert any(problem in one for one in problems), problems
    assert all(one.startswith("function f, ") for one in problems)
