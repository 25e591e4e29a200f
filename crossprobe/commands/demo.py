"""`crossprobe demo`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crossprobe.everywhere import Choices, choices
from crossprobe.output.terminal import harmless, say

if TYPE_CHECKING:
    from graph.stores.store import Store
    from queries.answers import Answer

FOLDER = Path("crossprobe-demo")
ASKED = "recurring-officers"
ROWS_TOLD = 3
"""Rows of the invented example that are told; its database has the others."""


def demo(ctx: typer.Context) -> None:
    """What does crossprobe find that no single source shows?

    crossprobe demo

    Makes two databases in ./crossprobe-demo: five press articles, and an invented police world. Asks each which
    officers are subjects of separate investigations, says who states it, and draws the answer as a page. Run again,
    it changes nothing.
    """
    from graph.ids import short

    chosen = choices(ctx)
    articles, world = FOLDER / "articles", FOLDER / "world"
    with _examples() as examples:
        first = _asked(_made(chosen, articles), [examples / "articles"], None)
        _tell("Five press articles", articles, first, len(first.rows))
        _draw(_made(chosen, articles))
        ready = examples / "world" / "ready"
        second = _asked(_made(chosen, world), [ready / "casebooks"], ready)
        _tell("Invented example", world, second, ROWS_TOLD)
        _draw(_made(chosen, world))
    officers = [str(row[0]) for row in first.rows]
    sys.stdout.write(
        f"\nGo on with:\n"
        f"  crossprobe show {short(officers[0]) if officers else 'ID'} -d {articles}\n"
        f"  crossprobe query run denied-links -d {articles}\n"
        f"  crossprobe query run {ASKED} -d {world}\n"
        f"\nThe same as pages for your browser: {articles}.html, {world}.html\n"
    )


@contextmanager
def _examples() -> Iterator[Path]:
    from importlib.resources import as_file, files

    with as_file(files("examples")) as folder:
        yield folder


def _made(chosen: Choices, database: Path) -> Choices:
    return replace(chosen, database=str(database))


def _asked(chosen: Choices, casebooks: list[Path], world: Path | None) -> "Answer":
    from crossprobe import asking
    from crossprobe.clock import now
    from crossprobe.commands.casebook import files_in
    from crossprobe.starting import prepare, remember_start
    from graph.identity.dumping import read_dump, restore
    from graph.vocabulary import load_vocabularies
    from loaders.casebooks.loading import load_casebooks
    from queries import running
    from queries.catalogue import find

    query = find(ASKED)
    vocabularies = load_vocabularies([world / "vocabularies"] if world else [])
    with asking.session(chosen, create=True) as session:
        engine, results = session.load(
            lambda store: (
                prepare(store),
                load_casebooks(store, files_in(casebooks), now=now(), replace=True, vocabularies=vocabularies),
            ),
            count=lambda both: sum(each.account.read for each in both[1]),
        )
        if world:
            dump = world / "decisions.jsonl"
            decided = read_dump(dump.read_text("utf-8").splitlines(), file=dump.name)
            session.decide(lambda store: restore(store, decided), count=lambda counts: sum(counts))
        answer = session.read(
            lambda store: running.run(store, query, {}),
            count=lambda answer: len(answer.rows),
            query=query.id,
            revision=query.revision,
        )
    written = sum(len(each.changes) for each in results)
    what = f"{written:,} records and statements written" if written else "loaded before, nothing changed"
    say(f"{chosen.database}: {len(results)} casebooks, {what}", quiet=chosen.quiet)
    remember_start(engine)
    return answer


def _draw(chosen: Choices) -> None:
    """Writes the page of the answer beside its database."""
    from crossprobe import asking
    from crossprobe.output.files import written_whole
    from crossprobe.version import version_text
    from graph.vocabulary import label_of
    from queries.catalogue import find
    from queries.selection import Asked, take
    from visualise.page import page
    from visualise.picture import Picture, picture

    query = find(ASKED)

    def made(store: "Store", log: str) -> tuple[Picture, str]:
        subgraph = take(store, Asked(query))
        drawn = picture(replace(subgraph, header=replace(subgraph.header, access_log=log)), label_of)
        return drawn, page(drawn, version_text())

    with asking.session(chosen) as session:
        _, text = session.hand_out(
            made,
            count=lambda both: len(both[0].items) + len(both[0].links),
            digest=lambda both: both[0].digest,
            query=query.id,
            revision=query.revision,
        )
    with written_whole(Path(f"{chosen.database}.html"), force=True) as out:
        out.write(text)


def _tell(title: str, database: Path, answer: "Answer", told: int) -> None:
    lines = ["", f"{title} ({database})", f"  {answer.query.question}", ""]
    for row, citations in list(zip(answer.rows, answer.citations, strict=True))[:told]:
        lines.append(f"  {_sentence(dict(zip((each.name for each in answer.query.columns), row, strict=True)))}")
        lines += [f"    {each}" for each in dict.fromkeys(str(each) for each in citations)]
        lines.append("")
    if not answer.rows:
        lines += [f"  {answer.no_rows}", ""]
    if len(answer.rows) > told:
        lines.append(f"  And {len(answer.rows) - told} more.")
    lines.append(f"  Out of {answer.denominator:,} {answer.query.denominator.counts}. {answer.query.caveats[0]}")
    sys.stdout.write(harmless("\n".join(lines)) + "\n")


def _sentence(row: dict[str, object]) -> str:
    from graph.ids import quoted
    from graph.vocabulary import label_of

    def joined(name: str, between: str = ", ") -> str:
        given = row[name]
        values = given if isinstance(given, list) else []
        return between.join(label_of(str(each)).removesuffix(".") for each in values)

    who = joined("names", " / ") or "An officer whom no source names"  # a name may hold a comma
    about = "; ".join(part for part in (joined("ranks"), joined("forces"), quoted(str(row["officer"]))) if part)
    led = "; a source says that one of them led to the other" if row["one_led_to_the_other"] else ""
    return f"{who} ({about}) is a subject of {row['investigations']} separate investigations{led}."
