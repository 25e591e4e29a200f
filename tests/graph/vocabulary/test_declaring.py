"""Vocabularies that people declare: beside the shipped ones, never instead of them; all mistakes at once."""

from pathlib import Path

import pytest

from graph.errors import InvalidInputError, InvalidValueError, NotFoundError
from graph.vocabulary import load_vocabularies
from graph.vocabulary.shared import shared_record

OUTCOMES = """scheme: acme.outcomes
version: 2024-06
family: outcome
title: Outcomes as our newsroom codes them
description: What forces told us, in our words.
source: Our own coding frame
basis: read
valid_from: 2020
codes:
  - { code: spoken-to, label: Spoken to, aliases: [Told Off] }
  - { code: sacked, label: Sacked, same_as: outcomes-2020/dismissal-without-notice, order: 2, valid_to: 2024-05 }
  - { code: sacked-later, label: Sacked later, parent: sacked, basis: memory }
"""
FORCES = """scheme: acme.forces
version: 2024-06-01
family: force
title: Invented forces
description: For a test.
source: A test
basis: read
codes:
  - { code: wessex, label: Wessex Constabulary, country: England, region: South West }
"""


def written(folder: Path, **files: str) -> list[Path]:
    """Files of those contents."""
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return [folder / f"{name}.yaml" for name in files]


def mistakes(paths: list[Path]) -> list[str]:
    """What a person is told, one line a mistake, without the folder."""
    with pytest.raises(InvalidInputError) as caught:
        load_vocabularies(paths)
    return [str(problem).replace(f"{paths[0].parent}/", "") for problem in caught.value.problems]


def test_a_declared_scheme_is_looked_up_beside_the_shipped_ones(tmp_path: Path) -> None:
    held = load_vocabularies(written(tmp_path, outcomes=OUTCOMES))
    spoken, sacked, later = (
        held.code(f"acme.outcomes/{key}", "outcome") for key in ("spoken-to", "sacked", "sacked-later")
    )
    assert (spoken.label, spoken.basis, later.basis) == ("Spoken to", "read", "memory")
    assert held.code(sacked.same_as).label == "Dismissal without notice"
    assert (later.parent, sacked.order) == ("acme.outcomes/sacked", 2)
    assert (sacked.valid_from, sacked.valid_to, spoken.valid_to) == ("2020", "2024-05", None)
    assert held.find("told off") == [spoken]
    assert held.schemes("outcome")[-1].name == "acme.outcomes"
    assert held.code("uk-ranks/sergeant").label == "Sergeant"
    assert held.label("acme.outcomes/spoken-to") == "Spoken to"


def test_what_is_declared_for_one_run_is_not_there_for_the_next(tmp_path: Path) -> None:
    load_vocabularies(written(tmp_path, outcomes=OUTCOMES))
    with pytest.raises(InvalidValueError, match="there is no scheme"):
        load_vocabularies().code("acme.outcomes/spoken-to")


def test_a_folder_gives_all_its_files_and_a_declared_force_its_node(tmp_path: Path) -> None:
    written(tmp_path, outcomes=OUTCOMES, forces=FORCES)
    held = load_vocabularies([tmp_path])
    record = shared_record(held, "Force", "acme.forces/wessex")
    assert (record.id, record.source_id) == ("force:acme.forces/wessex", "vocabulary:acme.forces@2024-06-01")
    assert record.properties == {"name": "Wessex Constabulary", "country": "England", "region": "South West"}
    with pytest.raises(InvalidValueError, match="is a code for outcome, not for force"):
        shared_record(held, "Force", "acme.outcomes/sacked")


def test_nothing_shipped_can_be_redefined(tmp_path: Path) -> None:
    [told] = mistakes(written(tmp_path, mine=OUTCOMES.replace("acme.outcomes", "outcomes-2020")))
    assert told == (
        "mine.yaml:1: scheme: the scheme 'outcomes-2020' has no namespace "
        "(a name with a namespace: acme.outcomes-2020. What crossprobe ships is not redefined)"
    )


def test_no_scheme_is_declared_twice(tmp_path: Path) -> None:
    [told] = mistakes(written(tmp_path, one=OUTCOMES, two=OUTCOMES))
    assert told.startswith("two.yaml:1: scheme: another file declares the scheme acme.outcomes too")


WRONG = """scheme: acme.wrong
version: 31/02
family: outcomes
titel: Wrong
description: Every mistake at once.
source:
codes:
  - code: a
    label: One
    basis: guessed
    parent: b
  - { code: b, label: Two, basis: read, parent: a, aliases: [One] }
  - { code: b, label: Three, basis: read, parent: nowhere }
  - { code: has space, label: Four, basis: read, valid_from: 2021-03, valid_to: 2020 }
  - { code: e, label: Five, basis: read, same_as: outcomes-2020/dismisal }
  - { code: f, label: Six }
  - label: Seven
    basis: read
    colour: blue
"""


def test_all_mistakes_of_all_files_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    told = mistakes(written(tmp_path, wrong=WRONG, broken="scheme: [", kind=FORCES.replace("region", "act")))
    expected = [
        "wrong.yaml:1: title: title is missing",
        "wrong.yaml:2: version: '31/02' is not a date",
        "wrong.yaml:3: family: 'outcomes' is no choice (did you mean outcome?",
        "wrong.yaml:4: titel: unknown key 'titel' (did you mean title?",
        "wrong.yaml:6: source: it has no value",
        "wrong.yaml:10: codes[0].basis: 'guessed' is no choice",
        "wrong.yaml:11: codes[0].parent: its parents go round in a circle",
        "wrong.yaml:12: codes[1].aliases[0]: 'One' means a already",
        "wrong.yaml:13: codes[2].code: the code 'b' stands a second time",
        "wrong.yaml:13: codes[2].parent: there is no code 'nowhere' in this file",
        "wrong.yaml:14: codes[3].code: 'has space' has not the form it must have",
        "wrong.yaml:14: codes[3].valid_to: 2020 lies before 2021-03",
        "wrong.yaml:15: codes[4].same_as: The scheme outcomes-2020 has no code 'dismisal'.",
        "wrong.yaml:16: codes[5].basis: it does not say whether it was read",
        "wrong.yaml:17: codes[6].code: code is missing",
        "wrong.yaml:19: codes[6].colour: unknown key 'colour'",
        "broken.yaml:2: column 1: a value is expected here",
        "kind.yaml:9: codes[0].act: a code of the family force has no act (country, kind, region)",
    ]
    assert len(told) == len(expected)
    assert [line for line, start in zip(told, expected, strict=True) if not line.startswith(start)] == []


def test_a_meaning_of_another_family_is_refused(tmp_path: Path) -> None:
    other = OUTCOMES.replace("outcomes-2020/dismissal-without-notice", "steps/dismissal")
    assert "'steps/dismissal' is a code for step, not for outcome" in mistakes(written(tmp_path, other=other))[0]


def test_a_file_that_is_no_mapping_and_a_folder_without_files(tmp_path: Path) -> None:
    assert "a list stands here" in mistakes(written(tmp_path, listed="- a\n"))[0]
    (tmp_path / "empty").mkdir()
    assert "the folder holds no vocabulary" in mistakes([tmp_path / "empty"])[0]
    with pytest.raises(NotFoundError):
        load_vocabularies([tmp_path / "none.yaml"])


def test_a_circle_of_thousands_of_parents_is_found(tmp_path: Path) -> None:
    head = OUTCOMES[: OUTCOMES.index("  - {")]
    circle = "".join(f"  - {{ code: c{n}, label: L{n}, parent: c{(n + 1) % 20_000} }}\n" for n in range(20_000))
    assert mistakes(written(tmp_path, circle=head + circle)) == [
        "circle.yaml:10: codes[0].parent: its parents go round in a circle (a wider code)"
    ]
