"""The command line put together: which commands there are, in which panel, and what is said without any."""

# ruff: noqa: ARG001 - the root only declares the options that every command takes; crossprobe.everywhere reads them

import sys
from typing import Annotated

import typer

from crossprobe.commands import (
    audit,
    casebook,
    conflicts,
    cypher,
    demo,
    doctor,
    erase,
    export,
    gaps,
    init,
    link,
    link_review,
    link_suggest,
    load,
    load_chat,
    load_graph,
    load_table,
    network,
    path,
    query,
    query_own,
    reconcile,
    search,
    show,
    timeline,
    visualise,
    vocab,
)
from crossprobe.everywhere import (
    Command,
    Database,
    Debug,
    File,
    Force,
    Form,
    Group,
    Insecure,
    NoColour,
    Purpose,
    Quiet,
    RowsCommand,
    Yes,
)

_WAYS = """\
See what it does, in a minute      crossprobe demo
Bring in what a source states      crossprobe casebook new FILE, then crossprobe load casebook FILE
Ask a question                     crossprobe query list, then crossprobe query run ID
Find somebody, and who says so     crossprobe search TEXT, then crossprobe show ID
Decide that two records are one    crossprobe link decide A B same --why TEXT
Know what works on this machine    crossprobe doctor; every command: crossprobe --help
"""

app = typer.Typer(cls=Group, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=False)


def _print_version(asked: bool) -> None:
    if asked:
        from crossprobe.version import version_text

        sys.stdout.write(version_text() + "\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    form: Form = None,
    file: File = None,
    force: Force = False,
    database: Database = None,
    purpose: Purpose = None,
    insecure: Insecure = False,
    yes: Yes = False,
    quiet: Quiet = False,
    no_colour: NoColour = False,
    debug: Debug = False,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Say which crossprobe this is.")
    ] = False,
) -> None:
    """Which officers, groups and cases does no single source show together?

    crossprobe demo

    crossprobe query run recurring-officers -d crossprobe-demo/articles
    """
    if ctx.invoked_subcommand is None:
        sys.stdout.write(_WAYS)


def _family(name: str, text: str) -> typer.Typer:
    family = typer.Typer(cls=Group)
    family.callback(invoke_without_command=True, help=text)(_page_without_command)
    app.add_typer(family, name=name)
    return family


def _page_without_command(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.get_help()


app.command("demo", cls=Command, rich_help_panel="Start")(demo.demo)
app.command("init", cls=Command, rich_help_panel="Start")(init.init)

_casebook = _family("casebook", "How does a person write down what a source states?")
_casebook.command("new", cls=Command, rich_help_panel="Start")(casebook.new)
_casebook.command("check", cls=Command, rich_help_panel="Start")(casebook.check)

_load = _family("load", "How do facts come in, and out again?")
_load.command("casebook", cls=RowsCommand, rich_help_panel="Load")(load.casebook)
_load.command("chat", cls=RowsCommand, rich_help_panel="Load")(load_chat.chat)
_load.command("table", cls=RowsCommand, rich_help_panel="Load")(load_table.table)
_load.command("graph", cls=RowsCommand, rich_help_panel="Load")(load_graph.graph)
_load.command("check", cls=Command, rich_help_panel="Load")(load_table.check)
_load.command("suggest", cls=Command, rich_help_panel="Load")(load_table.suggest)
_load.command("list", cls=RowsCommand, rich_help_panel="Load")(load.list_loads)
_load.command("remove", cls=Command, rich_help_panel="Load")(load.remove)

_vocab = _family("vocab", "Which codes are there, and what do they mean?")
_vocab.command("list", cls=RowsCommand, rich_help_panel="Load")(vocab.list_schemes)
_vocab.command("find", cls=RowsCommand, rich_help_panel="Load")(vocab.find)

_query = _family("query", "Which questions are answered here, and what are the answers?")
_query.command("list", cls=RowsCommand, rich_help_panel="Ask")(query.list_queries)
_query.command("show", cls=Command, rich_help_panel="Ask")(query.show)
_query.command("run", cls=RowsCommand, rich_help_panel="Ask")(query.run)
_query.command("new", cls=Command, rich_help_panel="Ask")(query_own.new)
_query.command("check", cls=Command, rich_help_panel="Ask")(query_own.check)
_query.command("import", cls=Command, rich_help_panel="Ask")(query_own.import_files)

app.command("cypher", cls=RowsCommand, rich_help_panel="Ask")(cypher.cypher)
app.command("search", cls=RowsCommand, rich_help_panel="Ask")(search.search)
app.command("show", cls=RowsCommand, rich_help_panel="Ask")(show.show)
app.command("timeline", cls=RowsCommand, rich_help_panel="Ask")(timeline.timeline)
app.command("path", cls=RowsCommand, rich_help_panel="Ask")(path.path)

app.command("conflicts", cls=RowsCommand, rich_help_panel="Ask")(conflicts.conflicts)
app.command("gaps", cls=RowsCommand, rich_help_panel="Ask")(gaps.gaps)
app.command("reconcile", cls=RowsCommand, rich_help_panel="Ask")(reconcile.reconcile)

_network = _family("network", "Who is investigated together with whom, in the whole graph?")
_network.command("pairs", cls=RowsCommand, rich_help_panel="Ask")(network.pairs)
_network.command("communities", cls=RowsCommand, rich_help_panel="Ask")(network.communities)
_network.command("brokers", cls=RowsCommand, rich_help_panel="Ask")(network.brokers)

_link = _family("link", "Which records are one person, who decided so, and why?")
_link.command("suggest", cls=Command, rich_help_panel="Decide")(link_suggest.suggest)
_link.command("review", cls=Command, rich_help_panel="Decide")(link_review.review)
_link.command("list", cls=RowsCommand, rich_help_panel="Decide")(link_suggest.list_suggestions)
_link.command("decide", cls=Command, rich_help_panel="Decide")(link.decide)
_link.command("withdraw", cls=Command, rich_help_panel="Decide")(link.withdraw)
_link.command("separate", cls=Command, rich_help_panel="Decide")(link.separate)
_link.command("dump", cls=RowsCommand, rich_help_panel="Decide")(link.dump)
_link.command("restore", cls=Command, rich_help_panel="Decide")(link.restore)

app.command("visualise", cls=Command, rich_help_panel="Hand on")(visualise.visualise)
app.command("export", cls=Command, rich_help_panel="Hand on")(export.export)

app.command("erase", cls=Command, rich_help_panel="Look after")(erase.erase)

_audit = _family("audit", "Who looked at what, and does the log still say all of it?")
_audit.command("list", cls=RowsCommand, rich_help_panel="Look after")(audit.list_looks)
_audit.command("verify", cls=RowsCommand, rich_help_panel="Look after")(audit.verify)
_audit.command("export", cls=RowsCommand, rich_help_panel="Look after")(audit.export)

app.command("doctor", cls=Command, rich_help_panel="Look after")(doctor.doctor)
