"""Which functions a typed text may call: those of openCypher that both engines have and that only compute.

An allow-list, because what else an engine offers differs and grows: one reads files (`file`), sleeps (`util.sleep`),
evaluates other languages (`eval`, `promql`) or unpacks (`util.decompress`); plug-ins of a server (`apoc.*`) reach
files and the network; an administrator may have added more.
"""

from graph.stores.guard.refusing import refusal, shown
from graph.stores.guard.tokens import Token

TEXTS = """
    btrim char_length character_length left lower ltrim normalize replace reverse right rtrim size split substring
    tolower tostring tostringornull toupper trim upper
"""
NUMBERS = """
    abs acos asin atan atan2 ceil cos cot degrees e exp floor haversin isnan log log10 pi radians rand round sign sin
    sqrt tan tofloat tofloatornull tointeger tointegerornull
"""
LISTS = "head isempty keys last range tail tobooleanlist tofloatlist tointegerlist tostringlist"
TOTALS = "avg collect count max min percentilecont percentiledisc stdev stdevp sum"
GRAPH = "elementid endnode id labels length nodes properties relationships startnode type"
TIMES = """
    date date.truncate datetime datetime.fromepoch datetime.fromepochmillis datetime.truncate
    duration duration.between duration.indays duration.inmonths duration.inseconds
    localdatetime localdatetime.truncate localtime localtime.truncate time time.truncate timestamp
"""
OTHERS = "coalesce exists nullif toboolean tobooleanornull valuetype"

FUNCTIONS = frozenset(" ".join([TEXTS, NUMBERS, LISTS, TOTALS, GRAPH, TIMES, OTHERS]).split())

BEFORE_BRACKETS = """
    ACYCLIC ALL ALLSHORTESTPATHS AND ANY BY CALL CASE CONTAINS COUNT DISTINCT ELEMENTS ELSE EXISTS GROUP GROUPS IN
    LIMIT MATCH NONE NOT OFFSET OR PATH PATHS REDUCE RELATIONSHIPS RETURN SHORTEST SHORTESTPATH SINGLE SKIP THEN
    TRAIL UNWIND WALK WHEN WHERE WITH XOR
"""
KEYWORDS = frozenset(BEFORE_BRACKETS.split())
"""Words that may stand before an opening bracket without being a function."""

ALLOWED = "Allowed are the functions of openCypher that both databases have and that only compute."


def check_functions(tokens: list[Token], typed: str) -> None:
    """Raises RefusedQueryError at the first call of a function that is not known to be harmless on both engines.

    `tokens` hold no spaces; `typed` is the text as typed, for the position.
    """
    for index, token in enumerate(tokens):
        if not token.is_mark("(") or index == 0 or tokens[index - 1].kind not in ("word", "name"):
            continue
        first = _first_of_dotted(tokens, index - 1)
        if first == index - 1 and tokens[first].keyword in KEYWORDS:
            continue
        name = "".join(_plain(part) for part in tokens[first:index])
        if name.lower() not in FUNCTIONS:
            raise refusal(typed, tokens[first].place, f"{shown(name)}() is not among the allowed functions", do=ALLOWED)


def _first_of_dotted(tokens: list[Token], last: int) -> int:
    first = last
    while first >= 2 and tokens[first - 1].is_mark(".") and tokens[first - 2].kind in ("word", "name"):
        first -= 2
    return first


def _plain(token: Token) -> str:
    return token.text[1:-1].replace("``", "`") if token.kind == "name" else token.text
