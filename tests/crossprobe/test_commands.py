"""What a person sees of each command, and the code it ends with."""

import csv
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from graph.ids import short
from graph.loads.account import Account, LoadResult
from tests.crossprobe.calling import Caller

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
SERGEANT = "A sergeant who is said to have run the group."


def _officer(call: Caller, database: Path) -> str:
    rows = json.loads(call("query", "run", "recurring-officers", "--format", "json", "-d", str(database)).out)
    return str(rows[0]["officer"])


def test_without_arguments_it_says_six_things_one_may_want(call: Caller) -> None:
    said = call()
    assert said.code == 0
    lines = said.out.splitlines()
    assert len(lines) == 6
    assert all("crossprobe" in line for line in lines)


def test_options_of_every_command_stand_before_or_after_its_name(call: Caller, articles: Path) -> None:
    after = call("query", "run", "recurring-officers", "-d", str(articles), "--format", "json")
    before = call("-d", str(articles), "--format", "json", "query", "run", "recurring-officers")
    assert after.out == before.out
    assert json.loads(after.out)


def test_the_last_word_on_the_line_holds(call: Caller, articles: Path) -> None:
    said = call("-d", "nowhere", "--format", "json", "search", "sergeant", "-d", str(articles), "--format", "csv")
    assert said.code == 0
    assert said.out.startswith("hit,id,called")


def test_the_environment_names_the_database(call: Caller, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSPROBE_DATABASE", str(articles))
    assert "officer" in call("search", "sergeant").out
    assert call("search", "sergeant", "-d", "nowhere").code == 3


def test_recurring_officers_of_the_articles(call: Caller, articles: Path) -> None:
    said = call("query", "run", "recurring-officers", "-d", str(articles), "--format", "json")
    (row,) = json.loads(said.out)
    assert (row["names"], row["investigations"], row["one_led_to_the_other"]) == ([SERGEANT], 2, True)
    assert {each.partition(",")[0] for each in row["evidence"]} == {"men-merseyside-sergeant"}
    assert "Out of 13 people who are subjects of an investigation." in said.err.splitlines()[0]


def test_rows_piped_are_tab_separated_and_whole(call: Caller, articles: Path) -> None:
    header, row = call("query", "run", "recurring-officers", "-d", str(articles)).out.splitlines()
    cells = dict(zip(header.split("\t"), row.split("\t"), strict=True))
    assert cells["officer"] == _officer(call, articles)
    assert cells["evidence"].count("men-merseyside-sergeant") == 4


def test_gaps_are_counted_by_what_is_missing_before_they_are_listed(call: Caller, articles: Path) -> None:
    said = call("gaps", "--format", "json", "-d", str(articles))
    counted = Counter(each["gap"] for each in json.loads(said.out))
    assert len(counted) > 1
    told = {line.partition(" of ")[0]: line.partition(" of ")[2] for line in said.err.splitlines()}
    assert told.keys() == {f"{gap}: {number}" for gap, number in counted.items()}
    assert told[f"no lead body: {counted['no lead body']}"] == "15 records of investigations"


def test_no_rows_say_out_of_how_many(call: Caller, articles: Path) -> None:
    said = call("query", "run", "recurring-officers", "-p", "minimum=3", "-d", str(articles))
    assert (said.code, said.out) == (0, "")
    assert "None of the 13 people" in said.err
    asked_for = call("query", "run", "recurring-officers", "-p", "minimum=3", "-d", str(articles), "--format", "json")
    assert json.loads(asked_for.out) == []


def test_a_query_is_found_by_a_part_of_its_title(call: Caller, articles: Path) -> None:
    assert "sergeant" in call("query", "run", "recurring across", "-d", str(articles)).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nosuch",), 2, "No such command"),
        (("query", "run"), 2, "Missing argument"),
        (("query", "run", "recurring-officers", "-p", "minimum"), 2, "-p NAME=VALUE"),
        (("query", "run", "recurring-officers", "-p", "minimum=1", "-p", "minimum=2"), 2, "twice"),
        (("query", "run", "recurring-officers", "-p", "minimum=few"), 2, "-p minimum=3"),
        (("query", "run", "recurring-officers", "-p", "force=nowhere"), 3, "nowhere"),
        (("query", "run", "no-such-query"), 3, "crossprobe query list"),
        (("search", "--format", "pdf", "x"), 2, "--format"),
        (("show", "nobody"), 3, "crossprobe search"),
        (("show", "1e6r7-68913", "--at", "31/02"), 2, "2021-03-03"),
        (("gaps", "--known", "2021-13"), 2, "'2021-13' is not a date"),
        (("load", "chat", "none.txt", "--dry-run"), 3, "none.txt"),
        (("load", "casebook", "none.yaml"), 3, "none.yaml"),
        (("load", "remove", "none", "--why", "x", "--yes"), 3, "crossprobe load list"),
        (("load", "remove", "none", "--why", "x"), 2, "--yes"),
        (("link", "withdraw", "000000", "--why", "x"), 3, "000000"),
        (("link", "restore", "none.jsonl"), 3, "none.jsonl"),
        (("link", "dump", "--format", "csv"), 2, "JSON lines"),
        (("--format", "csv", "init"), 2, "gives no rows"),
        (("vocab", "list", "-o", "no/such/folder.csv"), 3, "no/such"),
        (("vocab", "list", "-o", "rows.docx"), 2, "--format"),
        (("vocab", "list", "--format", "xlsx"), 2, "-o FILE.xlsx"),
        (("link", "dump", "-o", "decisions.xlsx"), 2, "JSON lines"),
    ],
)
def test_a_mistake_ends_with_its_code_and_two_lines(
    call: Caller, articles: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    called = call(*arguments, "-d", str(articles))
    assert called.code == code, called.err
    assert said in called.err
    assert called.out == ""
    assert "Traceback" not in called.err
    assert 1 <= len([line for line in called.err.splitlines() if line]) <= 2


@pytest.mark.parametrize(
    ("text", "mark", "said"),
    [
        ("CREATE (n) RETURN n", "^", "CREATE would change data (line 1, column 1)"),
        ("MATCH (n RETURN n", "         ^", "The query cannot be run, line 1, column 10"),
    ],
)
def test_a_mistake_in_a_typed_text_is_marked_under_it(
    call: Caller, articles: Path, text: str, mark: str, said: str
) -> None:
    called = call("cypher", text, "-d", str(articles))
    shown, marked, what, *advice = called.err.splitlines()
    assert (called.code, shown, marked) == (1, text, mark)
    assert what.startswith(said)
    assert len(advice) <= 1


def test_a_typed_name_that_nothing_bears_is_said(call: Caller, articles: Path) -> None:
    said = call("cypher", "MATCH (o:Officr) RETURN count(o) AS officers", "--format", "json", "-d", str(articles))
    assert (said.code, json.loads(said.out)) == (0, [{"officers": 0}])
    assert said.err.splitlines() == ["Nothing here has the kind Officr. Did you mean Officer?"]


def test_a_server_that_is_down_is_said_to_be_unreachable(call: Caller) -> None:
    said = call("search", "x", "-d", "bolt://127.0.0.1:1")
    assert said.code == 4
    assert "127.0.0.1:1" in said.err


def test_rows_that_were_rejected_end_with_a_code_of_their_own(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = LoadResult("a-source", Account(new=2, rejected=1), ())
    monkeypatch.setattr("loaders.casebooks.loading.load_casebooks", lambda *_, **__: [result])
    called = call("load", "casebook", str(ARTICLES), "-d", str(tmp_path / "database"), "--format", "json")
    assert called.code == 5
    (row,) = json.loads(called.out)
    assert row == {
        "source": "a-source",
        "read": 3,
        "new": 2,
        "changed": 0,
        "moved": 0,
        "unchanged": 0,
        "excluded": 0,
        "rejected": 1,
        "gone": 0,
    }


def test_a_load_ends_with_a_table_that_adds_up_and_the_same_again_changes_nothing(call: Caller, tmp_path: Path) -> None:
    line = ("load", "casebook", str(ARTICLES), "-d", str(tmp_path / "database"), "--format", "json")
    first, again = (json.loads(call(*line).out) for _ in range(2))
    for row in (*first, *again):
        fates = ("new", "changed", "moved", "unchanged", "excluded", "rejected")
        assert row["read"] == sum(row[fate] for fate in fates) > 0
    assert [row["source"] for row in first][-1] == "all"
    assert [row["new"] for row in first] == [row["read"] for row in first]
    assert [row["unchanged"] for row in again] == [row["read"] for row in again]


def test_replacing_says_what_changed_and_a_dry_run_changes_nothing(call: Caller, tmp_path: Path) -> None:
    database = ("-d", str(tmp_path / "database"))
    casebook = tmp_path / "book.yaml"
    casebook.write_text((ARTICLES / "000-merseyside-sergeant.yaml").read_text())
    call("load", "casebook", str(casebook), *database)
    casebook.write_text(casebook.read_text().replace(SERGEANT, "A sergeant of that force."))
    refused = call("load", "casebook", str(casebook), *database)
    assert refused.code == 1
    assert "--replace" in refused.err
    tried = call("load", "casebook", str(casebook), "--replace", "--dry-run", *database)
    assert "A sergeant of that force." in tried.err
    assert SERGEANT in call("search", "sergeant", *database).out
    replaced = call("load", "casebook", str(casebook), "--replace", *database)
    assert f"{SERGEANT!r} -> 'A sergeant of that force.'" in replaced.err
    assert "A sergeant of that force." in call("search", "sergeant", *database).out


def test_a_dry_run_needs_no_database_and_makes_none(call: Caller, tmp_path: Path) -> None:
    tried = call("load", "casebook", str(ARTICLES), "--dry-run", "--format", "json", "-d", "database")
    assert tried.code == 0
    every = json.loads(tried.out)[-1]
    assert every["new"] == every["read"] > 0
    assert not (tmp_path / "database").exists()


def test_a_casebook_is_begun_checked_and_never_written_over(call: Caller, tmp_path: Path) -> None:
    assert call("casebook", "new", "new.yaml").code == 0
    assert call("casebook", "check", "new.yaml").code == 0
    begun = (tmp_path / "new.yaml").read_text()
    assert call("casebook", "new", "new.yaml").code == 2
    assert (tmp_path / "new.yaml").read_text() == begun


def test_all_mistakes_of_a_casebook_are_told_and_nothing_is_stored(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("source:\n  id: UPPER\nofficerz: []\n")
    checked = call("casebook", "check", "bad.yaml")
    loaded = call("load", "casebook", "bad.yaml", "-d", "database")
    for said in (checked, loaded):
        assert said.code == 1
        assert "bad.yaml:2" in said.err
        assert "officerz" in said.err
    count = checked.err.splitlines()[0]
    assert re.fullmatch(r"\d+ mistakes", count)
    assert loaded.err.splitlines()[0] == f"{count}; nothing was stored"
    assert "empty" in call("search", "x", "-d", "database").err


def test_an_empty_database_says_so_and_names_demo_and_load(call: Caller) -> None:
    call("init", "-d", "empty")
    for line in (("search", "x"), ("cypher", "MATCH (n:Officer) RETURN n.id"), ("query", "run", "recurring-officers")):
        said = call(*line, "-d", "empty")
        assert said.code == 0
        assert "empty" in said.err
        assert "crossprobe demo" in said.err
        assert "crossprobe load" in said.err
    assert "crossprobe demo" in call("search", "x", "-d", "not-there").err


def test_a_record_is_shown_with_its_words_sources_and_places(call: Caller, articles: Path) -> None:
    officer = _officer(call, articles)
    said = call("show", short(officer), "-d", str(articles))
    assert said.code == 0
    assert officer in said.out
    assert "(men-merseyside-sergeant), para 8" in said.out
    assert "It is alleged that" in said.out
    assert "did not have the status “Suspended” at Merseyside Police." in said.out
    rows = json.loads(call("show", short(officer), "-d", str(articles), "--format", "json").out)
    assert {row["part"] for row in rows} == {"property", "statement"}
    assert all(row["source"] == "men-merseyside-sergeant" and row["locator"] for row in rows)


def test_whose_word_it_is_stands_beside_what_happened_and_beside_a_total(call: Caller, articles: Path) -> None:
    happened = json.loads(call("timeline", "1e6r7-68913", "--format", "json", "-d", str(articles)).out)
    (set_up,) = [each["said_by"] for each in happened if "was a creator of" in each["what"]]
    assert set_up == "unnamed source with knowledge of the matter"
    totals = json.loads(call("reconcile", "--format", "json", "-d", str(articles)).out)
    women = {each["published"]: each["said_by"] for each in totals if each["measure"].startswith("women")}
    assert women["12 women"] == "unnamed source with knowledge of the matter"


def test_what_is_denied_is_shown_with_both_it_names(call: Caller, articles: Path) -> None:
    text = "MATCH (d:Denial) RETURN d.from_id AS one, d.to_id AS other LIMIT 1"
    (denial,) = json.loads(call("cypher", text, "-d", str(articles), "--format", "json").out)
    for end in (denial["one"], denial["other"]):
        assert "\nDenied\n" in call("show", end, "-d", str(articles)).out


def test_a_denial_stands_before_what_is_said_of_routes(
    call: Caller, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "MATCH (d:Denial) RETURN d.from_id AS one, d.to_id AS other LIMIT 1"
    (denial,) = json.loads(call("cypher", text, "-d", str(articles), "--format", "json").out)
    monkeypatch.setattr(sys, "stderr", sys.stdout)
    told = call("path", denial["one"], denial["other"], "--links", "1", "-d", str(articles)).out
    assert 0 <= told.index("Denied") < told.index("No route of at most 1 links")


def test_a_decision_shows_beside_both_records_until_it_is_taken_back(call: Caller) -> None:
    database = ("-d", "database")
    call("load", "casebook", str(ARTICLES), *database)
    text = "MATCH (o:Officer) WHERE o.source_id STARTS WITH 'men' RETURN o.id AS id ORDER BY id LIMIT 2"
    one, other = (row["id"] for row in json.loads(call("cypher", text, "--format", "json", *database).out))
    made = call("link", "decide", short(one), short(other), "same", "--why", "one desk", *database)
    assert made.code == 0
    assert "Held to be the same" in call("show", one, *database).out
    (line,) = call("link", "dump", *database).out.splitlines()
    against = call("link", "decide", one, other, "different", "--why", "two desks", *database)
    assert "contradicts" in against.err
    assert call("link", "withdraw", short(json.loads(line)["id"]), "--why", "wrong", *database).code == 0
    assert "withdrawn by" in call("show", one, *database).out
    assert "Held to be the same" not in call("show", one, *database).out


def test_taking_back_names_what_still_says_that_two_are_one(call: Caller) -> None:
    database = ("-d", "database")
    call("load", "casebook", str(ARTICLES), *database)
    text = "MATCH (o:Officer) WHERE o.name = 'Wayne Couzens' RETURN o.id AS id ORDER BY id"
    pair = [row["id"] for row in json.loads(call("cypher", text, "--format", "json", *database).out)]
    for why in ("one name", "one name, again"):
        call("link", "decide", *pair, "same", "--why", why, *database)
    first, second = (json.loads(line)["id"] for line in call("link", "dump", *database).out.splitlines())
    said = call("link", "withdraw", first, "--why", "wrong", *database)
    assert f"This says all the same that they are one: {short(pair[0])}" in said.err.replace("officer ", "")
    assert "This says" not in call("link", "withdraw", second, "--why", "wrong", *database).err


def test_a_file_is_written_by_its_suffix_and_not_over_another(call: Caller, articles: Path, tmp_path: Path) -> None:
    line = ("query", "run", "recurring-officers", "-d", str(articles), "-o")
    said = call(*line, "rows.csv")
    assert (said.code, said.out) == (0, "")
    assert "rows.csv: 1 row," in said.err
    (row,) = csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text()))
    assert row["investigations"] == "2"
    before = len((tmp_path / "state" / "crossprobe" / "access-log.jsonl").read_text())
    assert call(*line, "rows.csv").code == 2
    assert len((tmp_path / "state" / "crossprobe" / "access-log.jsonl").read_text()) == before
    assert call(*line, "rows.csv", "--force").code == 0


def test_quiet_leaves_only_what_an_answer_must_say(call: Caller, articles: Path) -> None:
    said = call("query", "run", "recurring-officers", "-d", str(articles), "--quiet")
    assert "Next:" not in said.err
    assert "Out of 13" in said.err


def test_debug_shows_where_an_error_came_from_and_no_values(call: Caller, articles: Path) -> None:
    said = call("show", "nobody", "-d", str(articles), "--debug")
    assert said.code == 3
    assert "Traceback" in said.err
    assert "locals" not in said.err


def test_an_error_nobody_foresaw_shows_no_values(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> None:
        raise KeyError("Merriweather")

    monkeypatch.setattr("queries.catalogue.listed", broken)
    said = call("query", "list")
    assert said.code == 1
    assert "Merriweather" not in said.err
    assert "--debug" in said.err


def test_the_demo_answers_and_can_be_run_again(call: Caller) -> None:
    first, again = call("demo"), call("demo")
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out
    assert "is a subject of 2 separate investigations; a source says that one of them led to the other." in first.out
    assert "men-merseyside-sergeant, para 8" in first.out
    assert "Invented example" in first.out
    assert "ROBERTS, L D / Roberts (" in first.out
    assert again.err.count("nothing changed") == 2
    following = [line.split()[1:] for line in first.out.splitlines() if line.startswith("  crossprobe ")]
    assert len(following) == 3
    for line in following:
        assert "-d" in line
        assert call(*line).code == 0, line


def test_doctor_tells_what_works_for_people_and_for_programs(call: Caller, articles: Path) -> None:
    said = call("doctor", "-d", str(articles))
    assert said.code == 0, said.out
    assert "BROKEN" not in said.out
    checks = {each["what"]: each for each in json.loads(call("doctor", "--json", "-d", str(articles)).out)}
    assert checks["database"]["works"] is True
    assert checks["settings"]["found"].endswith("settings.toml (not there: the defaults hold)")


def test_doctor_tells_what_is_broken_and_what_would_mend_it(call: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "crossprobe"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "settings.toml").write_text("no_such_key = 1\n")
    (tmp_path / "state").write_text("a file where a folder should be")
    said = call("doctor", "--json")
    assert said.code == 1
    broken = {each["what"]: each for each in json.loads(said.out) if each["works"] is False}
    assert set(broken) == {"settings", "access log", "folder of settings"}
    assert all(each["do"] for each in broken.values())
    assert "no_such_key" in broken["settings"]["found"]


def test_vocabularies_are_listed_and_found(call: Caller) -> None:
    listed = json.loads(call("vocab", "list", "--format", "json").out)
    assert {"uk-police", "uk-ranks"} <= {row["scheme"] for row in listed}
    found = json.loads(call("vocab", "find", "sergeant", "--format", "json").out)
    assert "uk-ranks/sergeant" in {row["code"] for row in found}


def test_a_list_of_no_queries_says_why(call: Caller) -> None:
    said = call("query", "list", "xyzzy", "--format", "json")
    assert (said.code, json.loads(said.out)) == (0, [])
    assert "'xyzzy'" in said.err


def test_queries_are_listed_and_shown_with_their_text(call: Caller) -> None:
    listed = json.loads(call("query", "list", "--format", "json").out)
    assert {"id", "title", "category", "question"} == set(listed[0])
    narrowed = json.loads(call("query", "list", "recurring", "--format", "json").out)
    assert 1 <= len(narrowed) < len(listed)
    shown = call("query", "show", "recurring-officers").out
    assert "-p minimum=3" in shown
    assert "MATCH" in shown


def test_further_vocabularies_come_from_the_line_or_the_settings(call: Caller, tmp_path: Path) -> None:
    world = ARTICLES.parent / "world" / "ready"
    casebook = next((world / "casebooks").rglob("*.yaml"))
    assert call("casebook", "check", str(casebook)).code == 1
    assert call("casebook", "check", str(casebook), "--vocabulary", str(world / "vocabularies")).code == 0
    folder = tmp_path / "config" / "crossprobe"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f"vocabularies = ['{world / 'vocabularies'}']\n")
    assert call("casebook", "check", str(casebook)).code == 0
    assert "example.forces" in call("vocab", "list").out
