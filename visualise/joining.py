"""The browser's modules joined into one script, so that a page needs no other file and no build tool makes it.

The modules in browser/ are plain JavaScript that imports by relative name, each name declared once among all of them.
Joined, they stand in the order of their imports inside one function, without the import and export words.
"""

import re
from importlib.resources import files

from graph.errors import CrossprobeError

MAIN = "main"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function |const |class |let )", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:function\*?|const|let|class) ([A-Za-z_$][\w$]*)", re.MULTILINE)
_ENDS_A_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


def joined_script() -> str:
    """The one script of the page. Raises CrossprobeError where it cannot be joined or stand in a page."""
    modules: dict[str, str] = {}
    _collect(MAIN, modules, ())
    names: dict[str, str] = {}
    for module, text in modules.items():
        for name in _DECLARED.findall(text):
            if name in names:
                raise CrossprobeError(f"{name} is declared in {names[name]}.js and in {module}.js.", do="Rename one.")
            names[name] = module
    parts = [f"// {name}.js\n{_EXPORT.sub('', _IMPORT.sub('', text)).strip()}\n" for name, text in modules.items()]
    return inline('"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n")


def inline(script: str) -> str:
    """The script, if it can stand inside a script element. Raises CrossprobeError where it would end it."""
    if _ENDS_A_SCRIPT.search(script):
        raise CrossprobeError("A script of the page holds what would end it.", do="Take </script and <!-- out of it.")
    return script


def _collect(name: str, modules: dict[str, str], path: tuple[str, ...]) -> None:
    if name in path:
        raise CrossprobeError(f"{name}.js imports itself by way of {' and '.join(path)}.", do="Break the circle.")
    if name in modules:
        return
    text = files("visualise").joinpath(f"browser/{name}.js").read_text("utf-8")
    for wanted in _IMPORT.findall(text):
        _collect(wanted, modules, (*path, name))
    modules[name] = text
