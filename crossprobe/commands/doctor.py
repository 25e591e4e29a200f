"""`crossprobe doctor`."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from crossprobe.everywhere import choices


def doctor(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON array, for programs.")] = False,
) -> int:
    """What works on this machine, and what to do about what does not?

    crossprobe doctor

    Looks at the engine, the driver, the database that would be asked, the folders and their rights, the access log
    and the settings. Changes nothing. Ends with 1 where something that is needed does not work.
    """
    from crossprobe.checkup import checks
    from crossprobe.output.as_json import json_text
    from crossprobe.output.terminal import harmless

    found = list(checks(choices(ctx)))
    if as_json:
        sys.stdout.write(json_text([asdict(each) for each in found]) + "\n")
    else:
        width = max(len(each.what) for each in found)
        for each in found:
            mark = {True: "works", False: "BROKEN", None: "-"}[each.works]
            mend = f"  -> {each.do}" if each.do and not each.works else ""
            sys.stdout.write(harmless(f"{mark:8}{each.what:{width}}  {each.found}{mend}") + "\n")
    return int(any(each.works is False for each in found))
