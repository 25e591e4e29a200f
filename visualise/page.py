"""One offline page from a picture: template, style, data and scripts in one file that asks nobody for anything.

Nothing in the data can run: it is escaped JSON, the browser's code puts it into the page as text only, and the policy
in the head lets no script run but the two whose digests it names.
"""

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from visualise.appearance import title_of_kind
from visualise.island import island
from visualise.joining import inline, joined_script
from visualise.network import network_of, vis_script
from visualise.picture import Picture
from visualise.texts import plain

CAVEATS = (
    "An allegation is not a finding, and a link does not show wrongdoing.",
    "Whoever gets this file gets all that is in it: filters and masked names only change the view.",
)


def page(picture: Picture, tool: str) -> str:
    """The page as HTML; `tool` is the name and version that stand in its footer. The same picture gives the same
    bytes."""
    vis, script = inline(vis_script()), joined_script()
    style = _text("page.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string(_text("page.html.j2"))
    header = picture.header
    return template.render(
        policy=_policy(scripts=(vis, script), style=style),
        title=plain(header.title),
        marking=plain(header.marking or ""),
        notes=notes(picture),
        dates=_dates(picture),
        caveats=CAVEATS,
        newest_load=picture.newest_load,
        tool=tool,
        digest=picture.digest,
        selection=plain(header.selection),
        about=_about(picture),
        access_log=plain(header.access_log or ""),
        redaction=header.redaction or "",
        style=Markup(style),  # noqa: S704 - our own file
        island=Markup(island(picture, network_of(picture), tool)),  # noqa: S704 - escaped there
        vis=Markup(vis),  # noqa: S704 - checked by digest
        script=Markup(script),  # noqa: S704 - our own files
    )


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(_digest(each) for each in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def notes(picture: Picture) -> list[str]:
    """What must be read before anything else."""
    notes = [plain(each) for each in picture.header.notes]
    if picture.unfinished:
        notes.append(f"Not complete: the load of {plain(', '.join(picture.unfinished))} is unfinished.")
    marks = {mark for each in picture.items for mark in each.marks} | {each.restriction for each in picture.links} - {
        ""
    }
    words = {
        "reporting": "a reporting restriction",
        "anonymity": "a person's right to anonymity",
        "active_proceedings": "active proceedings",
    }
    if marks:
        notes.append(f"Restricted: some of it stands under {' and '.join(words[each] for each in sorted(marks))}.")
    return notes


def _dates(picture: Picture) -> str:
    header = picture.header
    parts = [f"possibly true at {header.at}"] if header.at else []
    parts += [f"stated by {header.known}"] if header.known else []
    return f"Only what was {' and '.join(parts)}." if parts else ""


def _about(picture: Picture) -> str:
    """In a sentence, what stands in the middle when the page opens."""
    asked = [each for each in picture.items if each.id in set(picture.about)]
    if not asked or picture.overview:
        return ""
    kinds = sorted({title_of_kind(each.kind).lower() for each in asked})
    if len(asked) == 1:
        return f"What was asked for has a heavy ring: {asked[0].called}."
    return (
        f"The {len(asked)} that were asked for ({', '.join(kinds)}) have a heavy ring; around them is what they "
        "rest on."
    )


def _text(name: str) -> str:
    return files("visualise").joinpath(name).read_text("utf-8")
