"""Makes the invented world: casebooks, the decisions on who is who, its vocabularies, and the truth of it all."""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from examples.world import answers, ordinary
from examples.world.casebooks import write_casebook
from examples.world.forces import names_of_shared, vocabularies
from examples.world.part import Part
from examples.world.people import Names
from examples.world.scenes import LEAST_OFFICERS, SCENES
from examples.world.truth_files import truth_files

PART = 1000
"""Officers in a part, of which one at a time is held in memory."""


def generate(folder: Path, *, officers: int, seed: int) -> dict[str, int]:
    """Writes a world of that many officers into the folder and gives the counts of what it wrote.

    The same seed and size give the same bytes, with the same release of the fake-data library. Every part of at
    least LEAST_OFFICERS plays all scenes. Raises ValueError where the world would be smaller, FileExistsError where
    the folder holds a world already.
    """
    if officers < LEAST_OFFICERS:
        raise ValueError(f"a world needs at least {LEAST_OFFICERS} officers, not {officers}")
    if (folder / "truth").exists():
        raise FileExistsError(f"{folder} holds a world already: name another folder")
    _write_vocabularies(folder / "vocabularies")
    with truth_files(folder) as truth, (folder / "decisions.jsonl").open("w", encoding="utf-8", newline="\n") as dump:
        decided, names = 0, Names()
        for number, size in enumerate(_sizes(officers)):
            part = Part(seed, number, size, names)
            for scene in SCENES if size >= LEAST_OFFICERS else ():
                part.plays(scene)
            ordinary.live(part)
            totals = answers.answer(part)
            written = {
                slug: write_casebook(document, folder / "casebooks")
                for slug, document in part.sources.documents.items()
            }
            truth.part(part, totals, {slug: f"casebooks/{path.as_posix()}" for slug, path in written.items()})
            for each in part.decisions:
                stated = {name: value for name, value in each.row().items() if value is not None}
                dump.write(json.dumps(stated, ensure_ascii=False) + "\n")
            decided += len(part.decisions)
    counts = {**truth.counts, "decisions": decided}
    world = {"officers": officers, "seed": seed, "shared": names_of_shared(), "counts": counts}
    (folder / "truth" / "world.json").write_text(json.dumps(world, indent=1) + "\n", encoding="utf-8")
    return counts


def _write_vocabularies(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for content in vocabularies():
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110)
        (folder / f"{content['scheme']}.yaml").write_text(text, encoding="utf-8", newline="\n")


def _sizes(officers: int) -> Iterator[int]:
    for first in range(0, officers, PART):
        yield min(PART, officers - first)
