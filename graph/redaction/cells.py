"""What a reader of a finished file or page meets: one value at a time, with the property it stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as it stands in a file, as text: a boolean is true or false, a list a JSON array.

    `owner` is the label or type whose property `name` it is; nothing where the file says it of itself. The ends of a
    statement are its from_id and to_id.
    """

    owner: str
    name: str
    value: str
