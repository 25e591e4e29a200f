"""The generator of the invented world: the same seed, the same bytes; any size; a ready-made world that is its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from examples.world.__main__ import main
from examples.world.generate import PART, generate
from examples.world.scenes import LEAST_OFFICERS, SCENES
from examples.world.truth import READY, people, read_truth

REMAKE = (
    "examples/world/ready is not what the generator makes. If the generator was changed on purpose, or a new release "
    "of the fake-data library draws other names, remove the folder, run "
    "`python -m examples.world --officers 50 --seed 7 --into examples/world/ready`, and read the difference."
)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_ready_made_world_is_what_the_generator_makes(tmp_path: Path) -> None:
    generate(tmp_path, officers=50, seed=7)
    made, ready = contents(tmp_path), contents(READY)
    assert set(made) == set(ready), REMAKE
    assert [path for path in made if made[path] != ready[path]] == [], REMAKE


def test_the_ready_made_world_is_small_enough_to_ship() -> None:
    assert sum(len(each) for each in contents(READY).values()) < 380_000


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_world(tmp_path: Path) -> None:
    for name, seed in (("once", 11), ("again", 11), ("other", 12)):
        generate(tmp_path / name, officers=60, seed=seed)
    once, again, other = (contents(tmp_path / name) for name in ("once", "again", "other"))
    assert once == again
    assert once["truth/people.jsonl"] != other["truth/people.jsonl"]


def test_a_world_grows_part_by_part_without_changing_the_parts_before(tmp_path: Path) -> None:
    generate(tmp_path / "one", officers=PART, seed=3)
    generate(tmp_path / "two", officers=PART + 49, seed=3)
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert {path for path in one if path.startswith("casebooks/")} < set(two)
    assert [path for path in one if path.startswith("casebooks/") and one[path] != two[path]] == []
    assert two["truth/facts.jsonl"].startswith(one["truth/facts.jsonl"])
    assert two["decisions.jsonl"].startswith(one["decisions.jsonl"])


@pytest.mark.parametrize("officers", [50, 137, PART + 1])
def test_a_world_has_the_size_asked_for(tmp_path: Path, officers: int) -> None:
    counts = generate(tmp_path, officers=officers, seed=5)
    assert counts["people"] == officers
    assert len({each["id"] for each in people(tmp_path)}) == officers


def test_counts_say_what_was_written(tmp_path: Path) -> None:
    counts = generate(tmp_path, officers=120, seed=5)
    truth = read_truth(tmp_path)
    decided = (tmp_path / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert counts == truth.world["counts"]
    assert counts == {
        "sources": len(truth.sources),
        "records": len(truth.records),
        "statements": len(truth.statements),
        "people": len(truth.people),
        "decisions": len(decided),
    }


def test_casebooks_of_a_larger_world_stay_of_a_readable_size(tmp_path: Path) -> None:
    generate(tmp_path, officers=3 * PART, seed=5)
    assert max(path.stat().st_size for path in (tmp_path / "casebooks").rglob("*.yaml")) < 200_000


def test_every_full_part_plays_every_scene(tmp_path: Path) -> None:
    generate(tmp_path, officers=PART + LEAST_OFFICERS, seed=5)
    told = [each.scene for each in read_truth(tmp_path).near_misses]
    assert {told.count(scene) // told[: len(told) // 2].count(scene) for scene in set(told)} == {2}
    assert set(told) <= {scene.__name__ for scene in SCENES}


def test_a_world_too_small_for_its_scenes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"at least {LEAST_OFFICERS}"):
        generate(tmp_path / "small", officers=LEAST_OFFICERS - 1, seed=5)
    assert not (tmp_path / "small").exists()


def test_a_world_is_never_written_over_another(tmp_path: Path) -> None:
    generate(tmp_path, officers=50, seed=5)
    before = contents(tmp_path)
    with pytest.raises(FileExistsError, match="name another folder"):
        generate(tmp_path, officers=60, seed=6)
    assert contents(tmp_path) == before


def test_the_command_says_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["world", "--officers", "50", "--into", str(tmp_path)])
    assert main() == 0
    assert "50 people" in capsys.readouterr().out
    assert main() == 2
    assert "holds a world already" in capsys.readouterr().err


def test_the_truth_is_read_and_the_command_explains_itself_without_the_fake_data_library(tmp_path: Path) -> None:
    """The wheel carries the ready-made world; the library that made it is for developers only."""
    without = "import sys; sys.modules['faker'] = None; "
    read = without + "from examples.world.truth import READY, read_truth; print(len(read_truth(READY).people))"
    assert subprocess.run([sys.executable, "-c", read], check=True, capture_output=True, text=True).stdout == "50\n"
    make = without + f"sys.argv = ['world', '--into', {str(tmp_path / 'world')!r}]; "
    make += "from examples.world.__main__ import main; sys.exit(main())"
    made = subprocess.run([sys.executable, "-c", make], check=False, capture_output=True, text=True)
    assert made.returncode == 1
    assert "faker, which is not installed" in made.stderr
