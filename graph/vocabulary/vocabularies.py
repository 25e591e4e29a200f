"""All vocabularies at hand: codes are looked up, found by words, and refused with what is allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import InvalidValueError
from graph.names import folded
from graph.vocabulary.codes import Code, Scheme
from graph.vocabulary.shipped import shipped_names, shipped_scheme

_LISTED = 24
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The shipped schemes and those that settings, a casebook or a mapping `declared`.

    Invariant: a declared scheme has a name with a namespace (`acme.outcomes`), which no shipped one has; so nothing
    shipped is redefined.
    """

    declared: Mapping[str, Scheme] = field(default_factory=dict)

    def schemes(self, family: str = "") -> tuple[Scheme, ...]:
        """All schemes, or those of a family: the shipped first, each group by name."""
        found = (self.scheme(name) for name in (*shipped_names(), *sorted(self.declared)))
        return tuple(scheme for scheme in found if scheme and family in ("", scheme.family))

    def scheme(self, name: str) -> Scheme | None:
        """The scheme of that name, or None. Only its own file is read."""
        return self.declared.get(name) or shipped_scheme(name)

    def code(self, text: str, family: str = "") -> Code:
        """The code that `scheme/code` names; with a family only of that family.

        Raises InvalidValueError where no scheme is given, or there is no such scheme or code, or it is of another
        family; its two lines say which code was perhaps meant and what is allowed.
        """
        if len(text) > _LONGEST:
            raise InvalidValueError(f"A text of {len(text):,} characters is no code.", do="Write scheme/code.")
        name, slash, key = text.partition("/")
        if not slash:
            raise self._without_scheme(text, family)
        scheme = self.scheme(name)
        if scheme is None:
            raise self._unknown_scheme(text, name, key, family)
        if family and scheme.family != family:
            allowed = ", ".join(each.name for each in self.schemes(family)) or "none"
            raise InvalidValueError(
                f"{text!r} is a code for {scheme.family}, not for {family}.", do=f"Schemes for {family}: {allowed}."
            )
        if key not in scheme.codes:
            raise InvalidValueError(f"The scheme {name} has no code {key!r}.", do=_allowed(scheme, key))
        return scheme.codes[key]

    def label(self, text: str) -> str:
        """The label of the code, or the text itself where its scheme or code is not at hand: stored data outlive
        vocabularies."""
        name, _, key = text.partition("/")
        scheme = self.scheme(name)
        code = scheme.codes.get(key) if scheme else None
        return code.label if code else text

    def find(self, text: str) -> list[Code]:
        """The codes whose code, label or an alias holds all the words, without regard to case and accents.

        Those that are the words come first, then those that begin with them, then the others; each in the order of
        the schemes.
        """
        words = folded(text[:_LONGEST])
        if not words:
            return []
        ranked = [
            (rank, code)
            for scheme in self.schemes()
            for code in scheme.codes.values()
            if (rank := _rank(words, code)) is not None
        ]
        return [code for _, code in sorted(ranked, key=lambda pair: pair[0])]

    def _without_scheme(self, text: str, family: str) -> InvalidValueError:
        meant = [code for code in self.find(text) if family in ("", self._family(code))]
        if meant:
            do = "Did you mean " + " or ".join(code.text for code in meant[:3]) + "?"
        else:
            do = "Write scheme/code. Schemes: " + ", ".join(scheme.name for scheme in self.schemes(family)) + "."
        return InvalidValueError(f"{text!r} does not say of which scheme it is; schemes use the same codes.", do=do)

    def _unknown_scheme(self, text: str, name: str, key: str, family: str) -> InvalidValueError:
        if "." in name:
            do = (
                "A scheme with a namespace is declared in a file: name it under vocabularies:, by --vocabulary or in "
                "the settings."
            )
            return InvalidValueError(f"{text!r}: there is no scheme {name!r}.", do=do)
        schemes = self.schemes(family)
        holding = [scheme.codes[key].text for scheme in schemes if key in scheme.codes]
        near = holding or _nearest(name, [scheme.name for scheme in schemes])
        meant = f"Did you mean {near[0]}? " if near else ""
        what = f" for {family}" if family else ""
        names = ", ".join(scheme.name for scheme in schemes)
        return InvalidValueError(f"{text!r}: there is no scheme {name!r}.", do=f"{meant}Schemes{what}: {names}.")

    def _family(self, code: Code) -> str:
        scheme = self.scheme(code.scheme)
        return scheme.family if scheme else ""


def _rank(words: str, code: Code) -> int | None:
    names = [folded(name) for name in (code.code, code.label, *code.aliases)]
    if words in names:
        return 0
    if any(name.startswith(words) for name in names):
        return 1
    return 2 if any(all(word in name for word in words.split()) for name in names) else None


def _allowed(scheme: Scheme, key: str) -> str:
    near = _named(scheme, key) or _nearest(key, list(scheme.codes))
    meant = f"Did you mean {scheme.codes[near[0]].text}? " if near else ""
    listed = ", ".join(list(scheme.codes)[:_LISTED])
    more = f" and {len(scheme.codes) - _LISTED} more" if len(scheme.codes) > _LISTED else ""
    return f"{meant}Codes of {scheme.name}: {listed}{more}."


def _named(scheme: Scheme, key: str) -> list[str]:
    words = folded(key)
    ranked = [(_rank(words, code), code.code) for code in scheme.codes.values()]
    return [code for rank, code in ranked if words and rank == 0]


def _nearest(word: str, known: list[str]) -> list[str]:
    from difflib import get_close_matches

    by_lower = {each.lower(): each for each in known}
    return [by_lower[each] for each in get_close_matches(word.lower()[:60], list(by_lower), n=1)]
