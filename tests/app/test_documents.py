"""The contract of /cvs, /jobs, /analyze/batch, /retry and /users, over HTTP, against the local stack."""

import json

import pytest

from devstack.stack import Stack
from tests.app.stores import container
from tests.support import CV, JOB, Answer, Api, submission, unique


def upload(api: Api, data: bytes, media_type: str, query: str = "") -> Answer:
    return api.call("POST", f"/api/v1/cvs{query}", data, headers={"Content-Type": media_type})


def form(
    data: bytes, filename: str, field: str = "file", media_type: str = "text/plain", encoding: str = "binary"
) -> tuple[bytes, str]:
    head = f'--xyz\r\nContent-Disposition: form-data; name="{field}"; filename="{filename}"\r\n'
    head += f"Content-Type: {media_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + data + b"\r\n--xyz--\r\n", "multipart/form-data; boundary=xyz"


TWO_FILES = form(b"one CV", "a.txt")[0].removesuffix(b"--xyz--\r\n") + form(b"another", "b.txt")[0]


def test_a_cv_is_stored_once_listed_read_and_deleted(api: Api) -> None:
    body = {"filename": "cv.md", "content": CV}
    created = api.post("/api/v1/cvs", body)
    assert created.status == 201
    assert set(created.json) >= {"id", "filename", "characterCount", "fileSize", "createdAt"}
    assert created.json["characterCount"] == len(CV)
    assert created.json["fileSize"] == len(CV.encode())
    again = api.post("/api/v1/cvs", {**body, "filename": "other.md"})
    assert (again.status, again.json["id"]) == (200, created.json["id"])
    listed = api.get("/api/v1/cvs?includeTotal=true").json
    assert listed["total"] == 1
    assert "content" not in listed["items"][0]
    path = f"/api/v1/cvs/{created.json['id']}"
    assert api.get(path).json["content"] == CV
    assert api.delete(path).status == 204
    assert api.get(path).status == api.delete(path).status == 404


def test_no_name_of_a_file_turns_the_direction_of_what_stands_beside_it(api: Api) -> None:
    created = api.post("/api/v1/cvs", {"filename": "cv\u202efdp\u2066.md", "content": CV})
    assert created.json["filename"] == "cvfdp.md"


def test_a_job_is_stored_once_listed_by_source_and_deleted(api: Api) -> None:
    body = {"content": JOB, "title": "Electrician", "sourceType": "url", "sourceUrl": "https://example.com/1"}
    created = api.post("/api/v1/jobs", body)
    assert created.status == 201
    assert api.post("/api/v1/jobs", {"content": JOB}).status == 200
    api.post("/api/v1/jobs", {"content": unique(JOB)})
    assert [job["id"] for job in api.get("/api/v1/jobs?sourceType=url").json["items"]] == [created.json["id"]]
    assert api.get("/api/v1/jobs?sourceType=fax").fields == {"query.sourceType"}
    path = f"/api/v1/jobs/{created.json['id']}"
    assert api.get(path).json["content"] == JOB
    assert api.get(path).json["title"] == "Electrician"
    assert api.delete(path).status == 204
    assert api.get(path).status == 404


def test_a_job_without_a_title_has_the_one_that_its_text_names(api: Api) -> None:
    analysis = api.finished(api.submit()["analysisId"])
    assert analysis["jobTitle"]
    assert api.get(f"/api/v1/jobs/{analysis['jobId']}").json["title"] == analysis["jobTitle"]
    assert [item["title"] for item in api.get("/api/v1/jobs").json["items"]] == [analysis["jobTitle"]]


def test_a_job_that_was_stored_without_a_title_takes_the_first_that_is_given(api: Api) -> None:
    body = {"content": unique("Somebody with a steady hand is wanted.")}
    assert api.post("/api/v1/jobs", body).json["title"] is None
    given = api.post("/api/v1/jobs", body | {"title": "Sign writer"})
    assert (given.status, given.json["title"]) == (200, "Sign writer")
    assert api.post("/api/v1/jobs", body | {"title": "Painter"}).json["title"] == "Sign writer"
    analysis = api.finished(api.submit(submission(unique(CV), body["content"]))["analysisId"])
    assert analysis["jobTitle"] == "Sign writer"
    assert api.get("/api/v1/jobs").json["items"][0]["title"] == "Sign writer"


def test_a_cv_is_uploaded_as_a_form_or_as_the_file_itself(api: Api) -> None:
    data = CV.encode()
    by_form = upload(api, *form(data, "my cv.md"))
    assert by_form.status == 201
    assert (by_form.json["filename"], by_form.json["fileSize"]) == ("my cv.md", len(data))
    raw = upload(api, data, "text/markdown", "?filename=raw.md")
    by_loud_form = upload(api, form(data, "cv.md")[0], "Multipart/Form-Data; BOUNDARY=xyz")
    for again in (raw, by_loud_form):
        assert (again.status, again.json["id"]) == (200, by_form.json["id"])


@pytest.mark.parametrize("charset", ["iso-8859-2", "WINDOWS-1250", "utf-16le"])
@pytest.mark.parametrize("as_form", [True, False], ids=["form", "file"])
def test_a_text_file_is_read_in_the_charset_that_the_request_names(
    as_form: bool, charset: str, api: Api
) -> None:
    text, media_type = "Łucja Przykład, elektryk od 2015 roku", f"text/plain; charset={charset}"
    data = text.encode(charset)
    stored = (
        upload(api, *form(data, "cv.txt", media_type=media_type))
        if as_form
        else upload(api, data, media_type)
    )
    assert stored.status == 201, stored
    assert api.get(f"/api/v1/cvs/{stored.json['id']}").json["content"] == text


@pytest.mark.parametrize(
    ("data", "media_type", "status", "code"),
    [
        (b"", "text/plain", 400, "invalid_request"),
        (b"GIF89a" + bytes(100), "image/gif", 415, "unsupported_media_type"),
        (b"a=1", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        (b"a" * (5 * 1024 * 1024 + 1), "text/plain", 413, "payload_too_large"),
        (b"a " * (60 * 1024), "text/plain", 413, "payload_too_large"),
        (b"%PDF-1.7 broken", "application/pdf", 422, "unreadable_file"),
        (b"no boundary", "multipart/form-data", 400, "invalid_request"),
        (form(b"x", "a.txt", "other")[0], "multipart/form-data; boundary=xyz", 400, "invalid_request"),
        (TWO_FILES, "multipart/form-data; boundary=xyz", 400, "invalid_request"),
        (*form(b"QSBudXJzZQ==", "a.txt", encoding="base64"), 415, "unsupported_media_type"),
    ],
)
def test_a_file_that_is_no_cv_is_refused(
    api: Api, data: bytes, media_type: str, status: int, code: str
) -> None:
    answer = upload(api, data, media_type)
    assert (answer.status, answer.code) == (status, code)
    assert api.get("/api/v1/cvs").json["items"] == []


def test_another_user_never_meets_a_cv_or_job(api: Api, stack: Stack) -> None:
    cv = api.post("/api/v1/cvs", {"filename": "cv.md", "content": CV}).json["id"]
    job = api.post("/api/v1/jobs", {"content": JOB}).json["id"]
    other = Api(stack.url)
    for path in (f"/api/v1/cvs/{cv}", f"/api/v1/jobs/{job}"):
        assert (other.get(path).status, other.delete(path).status) == (404, 404)
        assert api.get(path).status == 200
    for path in ("/api/v1/cvs", "/api/v1/jobs"):
        assert other.get(path).json["items"] == []


def test_deleting_a_cv_with_cascade_takes_its_analyses(api: Api) -> None:
    kept, gone = api.submit(submission(unique(CV))), api.submit()
    for accepted in (kept, gone):
        api.finished(accepted["analysisId"])
    assert api.delete(f"/api/v1/cvs/{gone['cvId']}?cascade=maybe").fields == {"query.cascade"}
    assert api.delete(f"/api/v1/cvs/{gone['cvId']}?cascade=true").status == 204
    assert api.get(gone["statusUrl"]).status == 404
    assert api.get(kept["statusUrl"]).status == 200
    assert api.delete(f"/api/v1/jobs/{kept['jobId']}").status == 204
    assert api.get(kept["statusUrl"]).status == 200


def test_a_batch_runs_one_cv_against_many_postings(api: Api) -> None:
    stored = api.post("/api/v1/jobs", {"content": unique(JOB)}).json["id"]
    body = {
        "cv": {"filename": "cv.md", "content": CV},
        "jobs": [{"content": JOB}, {"content": ""}, {"jobId": stored}, {"jobId": "nope"}, 5],
    }
    answer = api.post("/api/v1/analyze/batch", body)
    assert answer.status == 202
    items = answer.json["items"]
    assert [item["index"] for item in items] == [0, 1, 2, 3, 4]
    assert [item.get("error", {}).get("code") for item in items] == [
        None,
        "invalid_request",
        None,
        "not_found",
        "invalid_request",
    ]
    assert items[1]["error"]["errors"][0]["field"] == "jobs.1.content"
    for index in (0, 2):
        assert api.finished(items[index]["analysisId"])["status"] == "completed"
    ids = ",".join(items[index]["analysisId"] for index in (0, 2))
    assert len(api.get(f"/api/v1/analyses?ids={ids}").json["items"]) == 2


def test_a_batch_runs_many_cvs_against_one_posting(api: Api) -> None:
    body = {
        "job": {"content": JOB},
        "cvs": [{"filename": f"{n}.md", "content": unique(CV)} for n in range(3)],
    }
    items = api.post("/api/v1/analyze/batch", body).json["items"]
    assert len({item["cvId"] for item in items}) == 3
    assert len({item["jobId"] for item in items}) == 1
    for item in items:
        assert api.finished(item["analysisId"])["status"] == "completed"


@pytest.mark.parametrize(
    "body",
    [
        {"cv": {"filename": "a", "content": CV}, "jobs": []},
        {"cv": {"filename": "a", "content": CV}, "jobs": [{"content": JOB}] * 21},
        {"cv": {"filename": "a", "content": CV}, "jobs": [{"content": ""}]},
        {"cv": {"filename": "a", "content": CV}, "cvs": [], "jobs": [{"content": JOB}]},
        {"cv": {"filename": "a", "content": CV}, "job": {"content": JOB}, "jobs": [{"content": JOB}]},
        {"cv": {"filename": "a", "content": CV}},
        {"jobs": [{"content": JOB}]},
    ],
)
def test_a_batch_without_a_valid_entry_is_refused(api: Api, body: object) -> None:
    answer = api.post("/api/v1/analyze/batch", body)
    assert (answer.status, answer.code) == (400, "invalid_request")


def test_only_a_failed_or_degraded_analysis_is_retried(api: Api, stack: Stack) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    path = f"{accepted['statusUrl']}/retry"
    assert (api.post(path).status, api.post(path).code) == (409, "conflict")
    with container(stack) as items:
        analysis = items.read_item(accepted["analysisId"], api.user)
        analysis["result"]["degraded"] = True
        items.upsert_item(analysis)
    answer = api.post(path, headers={"Prefer": "wait=5", "X-Request-Id": "the-retry"})
    assert (answer.status, answer.json["status"]) == (202, "queued")
    assert "preference-applied" not in answer.headers, "a retry does not wait"
    assert api.finished(accepted["analysisId"])["degraded"] is False
    with container(stack) as items:  # what a rescue's lines are found by
        assert items.read_item(accepted["analysisId"], api.user)["correlationId"] == "the-retry"
    assert api.post("/api/v1/analyses/unknown/retry").status == 404


@pytest.mark.parametrize(("source", "kind"), [("cvs", "cv"), ("jobs", "job")])
def test_a_degraded_result_is_not_lost_by_a_retry_without_its_sources(
    api: Api, stack: Stack, source: str, kind: str
) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    with container(stack) as items:
        analysis = items.read_item(accepted["analysisId"], api.user)
        analysis["result"]["degraded"] = True
        items.upsert_item(analysis)
    before = api.get(accepted["statusUrl"]).json
    assert api.delete(f"/api/v1/{source}/{accepted[f'{kind}Id']}").status == 204
    answer = api.post(f"{accepted['statusUrl']}/retry")
    assert (answer.status, answer.code) == (409, "conflict")
    assert f"The {kind} of this analysis was deleted" in answer.json["detail"]
    assert api.get(accepted["statusUrl"]).json == before
    with container(stack) as items:
        analysis = items.read_item(accepted["analysisId"], api.user)
        items.upsert_item({**analysis, "status": "failed", "result": None})
    assert api.post(f"{accepted['statusUrl']}/retry").status == 202
    assert api.finished(accepted["analysisId"])["error"]["code"] == f"{kind}_deleted"


def test_export_erase_export(api: Api, stack: Stack) -> None:
    other = Api(stack.url)
    other_path = f"/api/v1/users/{other.user}/data"
    for one in (api, other):
        one.finished(one.submit()["analysisId"])
    path = f"/api/v1/users/{api.user}/data"
    exported = api.get(path)
    assert exported.status == 200
    assert [len(exported.json[kind]) for kind in ("cvs", "jobs", "analyses")] == [1, 1, 1]
    assert exported.json["cvs"][0]["content"] == CV
    with container(stack) as items:
        stored = {row["type"]: row for row in items.query_items("SELECT * FROM c", partition_key=api.user)}
    assert stored["cv"]["profile"]
    assert exported.json["cvs"][0]["profile"] == stored["cv"]["profile"]
    assert exported.json["jobs"][0]["requirements"] == stored["job"]["requirements"]
    before = {key: value for key, value in other.get(other_path).json.items() if key != "exportedAt"}
    assert api.get(other_path).status == api.delete(other_path).status == 404
    assert api.delete(path).json == {"deleted": {"cvs": 1, "jobs": 1, "analyses": 1}}
    assert [api.get(path).json[kind] for kind in ("cvs", "jobs", "analyses")] == [[], [], []]
    with container(stack) as items:
        left = list(items.query_items("SELECT * FROM c", partition_key=api.user))
    assert left == []
    after = {key: value for key, value in other.get(other_path).json.items() if key != "exportedAt"}
    assert json.dumps(after) == json.dumps(before)


def test_erasing_everything_in_flight_leaves_nothing_to_come_back(api: Api, stack: Stack) -> None:
    accepted = [api.submit(submission(unique(CV))) for _ in range(3)]
    assert api.delete(f"/api/v1/users/{api.user}/data").status == 200
    again = api.submit()
    assert api.finished(again["analysisId"])["status"] == "completed"
    for one in accepted:
        assert api.get(one["statusUrl"]).status == 404
        assert api.get(f"/api/v1/cvs/{one['cvId']}").status == 404
    with container(stack) as items:
        left = list(items.query_items("SELECT * FROM c WHERE c.type = 'tombstone'", partition_key=api.user))
    assert all(set(row) - {"id", "userId", "cvId", "jobId", "createdAt", "type", "status"} <= {
        "_rid", "_self", "_etag", "_attachments", "_ts"
    } for row in left)  # fmt: skip


@pytest.mark.parametrize(
    "damage",
    [
        {},
        {"type": "analysis", "status": "failed", "completedAt": 5},
        {"type": "analysis", "status": "completed", "attempts": "many", "completedAt": "long ago"},
        {"type": "analysis", "status": "queued"},
        {"type": "cv", "content": ["no text"]},
    ],
    ids=["no type", "a number for a time", "words for numbers", "no sources", "no text"],
)
def test_what_is_damaged_is_erased_as_well(damage: dict[str, object], api: Api, stack: Stack) -> None:
    with container(stack) as items:
        items.upsert_item({"id": "damaged", "userId": api.user} | damage)
        assert api.delete(f"/api/v1/users/{api.user}/data").status == 200
        left = "SELECT c.id FROM c WHERE NOT (IS_DEFINED(c.type) AND c.type = 'tombstone')"
        assert list(items.query_items(left, partition_key=api.user)) == []
