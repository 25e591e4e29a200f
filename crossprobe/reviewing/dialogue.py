"""The dialogue: a page, a key, a decision, and back again where a key was pressed too fast."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.identity.decisions import Judgement
from graph.identity.waiting import Waiting

KEYS = "[s]ame  [d]ifferent  [u]nsure  s[k]ip  [z] undo  [n]ote  [q]uit"
_JUDGEMENTS: dict[str, Judgement] = {"s": "same", "d": "different", "u": "unsure"}
_DEFAULT_WHY = "Both records were read side by side."


@dataclass(frozen=True, slots=True)
class Desk:
    """What the dialogue may do, handed in by the command: it opens no store and touches no terminal itself.

    `show` prints the page of a suggestion (and where one is, as "2 of 9"), `say` prints a line, `ask` prints a prompt
    and gives what was typed, None at the end of input. `decide` gives the id of the decision, `undo` takes it back.
    """

    show: Callable[[Waiting, str], None]
    say: Callable[[str], None]
    ask: Callable[[str], str | None]
    decide: Callable[[Waiting, Judgement, str], str]
    undo: Callable[[str], None]


@dataclass(slots=True)
class Session:
    """What happened: the decisions made and not undone, the last one last, and how many were skipped."""

    decided: list[tuple[Waiting, str]] = field(default_factory=list)
    skipped: int = 0


def review(found: list[Waiting], desk: Desk) -> Session:
    """Goes through the suggestions until they are done, `q` is typed, or input ends.

    Skipped ones are not shown again in this session; they still wait afterwards.
    """
    session = Session()
    queue = deque(found)
    note = ""
    total = len(found)
    while queue:
        current = queue[0]
        desk.show(current, f"{total - len(queue) + 1} of {total}")
        while True:
            typed = desk.ask(f"{KEYS}: ")
            key = None if typed is None else typed.strip().lower()[:1]
            if key is None or key == "q":
                return session
            if key in _JUDGEMENTS:
                made = desk.decide(current, _JUDGEMENTS[key], note or _DEFAULT_WHY)
                session.decided.append((current, made))
                queue.popleft()
            elif key == "k":
                session.skipped += 1
                queue.popleft()
            elif key == "z" and session.decided:
                last, made = session.decided.pop()
                desk.undo(made)
                desk.say("Undone; here it is again.")
                queue.appendleft(last)
                total = max(total, len(queue))
            elif key == "n":
                note = (desk.ask("Note, kept with the next decision: ") or "").strip()
                continue
            else:
                desk.say("Nothing to undo." if key == "z" else f"Type one of these and Enter: {KEYS}")
                continue
            note = ""
            break
    return session
