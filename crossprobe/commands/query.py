"""`crossprobe query`: saved questions."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.catalogues import Folders, catalogues_with
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import harmless, say

if TYPE_CHECKING:
    from queries.format import Query

Id = Annotated[str, typer.Argument(metavar="ID", help="A saved query's id, or a part of its title.")]


def list_queries(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Only those that hold every word.")] = "",
    catalogue: Folders = None,
) -> None:
    """Which questions are answered here?

    crossprobe query list

    crossprobe query list outcome
    """
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from queries.catalogue import listed

    chosen = choices(ctx)
    rows = [(each.id, each.title, each.category, each.question) for each in listed(text, catalogues_with(catalogue))]
    if not rows:
        say(f"No saved question holds every word of {text!r}. See all with: crossprobe query list")
    hand_over(Result.of(("id", "title", "category", "question"), rows), chosen.to)
    if rows:
        say("Next: crossprobe query run ID", quiet=chosen.quiet)


def show(ctx: typer.Context, query: Id, catalogue: Folders = None) -> None:
    """What does a saved question ask exactly, of whom, and with which parameters?

    crossprobe query show recurring-officers
    """
    from queries.catalogue import find

    chosen = choices(ctx)
    found = find(query, catalogues_with(catalogue))
    sys.stdout.write(harmless(_page(found)))
    say(f"Next: crossprobe query run {found.id}{_example(found)}", quiet=chosen.quiet)


def run(
    ctx: typer.Context,
    query: Id,
    parameters: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    at: At = None,
    known: Known = None,
    catalogue: Folders = None,
    citations: Annotated[
        bool | None, typer.Option("--citations/--no-citations", help="What each row rests on; else as the query says.")
    ] = None,
) -> None:
    """What is the answer, out of how many, and who says so?

    crossprobe query run recurring-officers

    crossprobe query run recurring-officers -p minimum=3 --format csv -o recurring.csv

    What each row rests on stands in its last column: source, place, and whose word it is. Of more than 2,000 rows that
    is read only with --citations.
    """
    from crossprobe import asking
    from crossprobe.given import given_parameters
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import Format, hand_over
    from crossprobe.output.result import Column, Result
    from queries import running
    from queries.catalogue import find
    from queries.lookup import with_found_ids

    chosen = choices(ctx)
    found = find(query, catalogues_with(catalogue))
    given = given_parameters(parameters or [])
    with asking.session(chosen) as session:
        seconds = session.settings.timeout
        answer = session.read(
            lambda store: running.run(
                store,
                found,
                with_found_ids(store, found, given),
                at=at,
                known=known,
                citations=citations,
                timeout=seconds,
            ),
            count=lambda answer: len(answer.rows),
            query=found.id,
            revision=found.revision,
            typed={"parameters": given, "at": at, "known": known},
        )
        if not answer.denominator:
            say_holding(session.read(holding, count=lambda _: 0), session.address)
    for note in answer.notes:
        say(note)
    if not answer.rows:
        say(answer.no_rows)
    result = Result(tuple(Column(*each) for each in answer.columns), answer.table)
    if answer.rows or chosen.to.form is not Format.TABLE or chosen.to.file:
        hand_over(result, chosen.to)
    if answer.rows:
        say(f"Next: crossprobe show ID{chosen.here}", quiet=chosen.quiet)


def _page(query: "Query") -> str:
    lines = [f"{query.title}  ({query.id}, revision {query.revision}, {query.category})", query.question, ""]
    for each in query.parameters:
        must = f"default {each.default}" if each.default else "may be left out" if each.optional else "must be given"
        lines.append(f"  -p {each.name}={each.example}   {each.description} ({each.type}, {must})")
    for name, meaning in (("--at", query.dates.at), ("--known", query.dates.known)):
        lines += [f"  {name} DATE   {meaning}"] if meaning else []
    lines += ["", "Columns"]
    lines += [f"  {each.name} ({each.type}): {each.description}" for each in query.columns]
    lines += ["", f"Out of: {query.denominator.counts}"]
    lines += [f"Mind: {each}" for each in query.caveats]
    return "\n".join([*lines, "", query.cypher.strip(), ""])


def _example(query: "Query") -> str:
    needed = (each for each in query.parameters if each.default is None and not each.optional)
    return "".join(f' -p {each.name}="{each.example}"' for each in needed)
