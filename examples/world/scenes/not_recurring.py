"""Officers who seem to recur across separate investigations and do not."""

from examples.world import slips, telling
from examples.world.part import Part

_QUERY = "recurring-officers"


def one_investigation_in_two_papers(part: Part) -> None:
    """Two papers tell of one investigation of two officers; people, investigation and allegations were joined."""
    officers = [part.officer(rank="constable"), part.officer(rank="sergeant")]
    case = part.investigation(opened="2019-11-04")
    matters = [part.matter(each, case) for each in officers]
    first = part.sources.article("Two officers investigated", "2020-02-03")
    second = part.sources.article("Pair under inquiry at the same station", "2020-02-05", paper=1)
    second.cites.append(first.slug)
    for matter in matters:
        one = telling.story(first, matter, slips.first_and_last(matter.person))
        two = telling.story(second, matter, slips.nickname(matter.person))
        part.same(one.officer, two.officer, "Same name, rank and station, in papers two days apart.")
        part.same(one.allegation, two.allegation, "The second paper repeats the first.")
        part.no_row(_QUERY, "two records of one investigation, decided the same", one.officer, two.officer)
        part.row("people-per-investigation", "one head, not two", one.officer, two.officer)
        part.no_row("allegations-by-category-and-year", "one allegation, not two", one.allegation, two.allegation)
    part.same(one.investigation, two.investigation, "The second paper cites the first.")
    part.row("people-per-investigation", "two heads, from two papers", one.investigation, two.investigation)


def namesakes(part: Part) -> None:
    """Two people of one name, each in an investigation of his own force; a reviewer parted them."""
    officer = part.officer()
    other = part.namesake(officer, 1)
    one = telling.case(
        part.sources.cases(part.forces[0], "2020"), part.matter(officer, part.investigation(opened="2020-05-11"))
    )
    two = telling.hearing(
        part.sources.hearings(part.forces[1], "2021"),
        part.matter(other, part.investigation(1, opened="2020-06-08")),
        slips.first_and_last(other),
    )
    part.different(one.officer, two.officer, "Their years of birth are years apart; both forces confirm.")
    part.no_row(_QUERY, "two people of one name", one.officer, two.officer)
    part.no_row("denied-links", "a reviewer's decision is no source's denial", one.officer, two.officer)


def second_link_denied(part: Part) -> None:
    """Subject of one investigation; a spokesman denies that he is subject of another, or that the two are linked."""
    officer = part.officer(2)
    first = part.matter(officer, part.investigation(2, opened="2020-03-02"))
    other = part.investigation(2, opened="2020-07-20")
    paper = part.sources.article("Force rejects link to second case", "2020-11-30", paper=2)
    told = telling.story(paper, first, slips.first_and_last(officer))
    second = telling.investigation_in(paper, other, description="A second investigation at the same station.")
    denied = paper.denies(told.officer, second, of="subject", as_stated="He is no part of the second investigation.")
    linked = paper.denies(told.investigation, second, of="link", as_stated="The two investigations are not linked.")
    part.no_row(_QUERY, "the second link is only a denial", told.officer)
    later = part.sources.article("Cases at one station are linked after all", "2021-09-16", paper=2)
    one, two = (
        telling.investigation_in(later, each, description="One of two.") for each in (first.investigation, other)
    )
    one.says("LINKED_TO", two, status="alleged", said_by="a lawyer who is not named")
    witness = telling.officer_in(later, officer, slips.first_and_last(officer)).says("WITNESS_IN", two)
    part.same(witness, told.officer, "The paper speaks of its own article.")
    part.same(one, told.investigation, "The paper speaks of its own article.")
    part.same(two, second, "The paper speaks of its own article.")
    for denial in (denied, linked):
        part.row("denied-links", f"a denial of a {denial.of}", *denial.between)
    part.no_row("people-per-investigation", "denied to be a subject of the second", second)


def witness_in_the_second(part: Part) -> None:
    """Subject of one investigation, witness in another."""
    officer = part.officer(1)
    first = part.matter(officer, part.investigation(1, opened="2019-05-20"))
    other_officer = part.officer(1)
    second = part.matter(other_officer, part.investigation(1, opened="2019-10-14"))
    second.investigation.witnesses.append(officer)
    document = part.sources.cases(part.forces[1], "2019")
    told, other = telling.case(document, first), telling.case(document, second)
    told.officer.says("WITNESS_IN", other.investigation)
    part.no_row(_QUERY, "a witness, not a subject, in the second", told.officer)
    part.no_row("people-per-investigation", "a witness is no subject", told.officer, other.investigation)


def decision_withdrawn(part: Part) -> None:
    """Two people who were held to be one until the decision was withdrawn."""
    officer = part.officer()
    other = part.namesake(officer, 2)
    one = telling.case(
        part.sources.cases(part.forces[0], "2020"), part.matter(officer, part.investigation(opened="2020-08-24"))
    )
    two = telling.case(
        part.sources.cases(part.forces[2], "2020"), part.matter(other, part.investigation(2, opened="2020-09-21"))
    )
    made = part.same(one.officer, two.officer, "Same surname and initial.")
    part.withdraw(made, "The second force gives another year of birth.")
    part.no_row(_QUERY, "the decision that made two one was withdrawn", one.officer, two.officer)


def nobody_has_decided(part: Part) -> None:
    """One person in two sources, misspelt in one: a writer suggests it, another could not tell, nobody has decided."""
    officer = part.officer(1)
    one = telling.case(
        part.sources.cases(part.forces[1], "2020"), part.matter(officer, part.investigation(1, opened="2020-04-27"))
    )
    second = part.matter(officer, part.investigation(0, opened="2021-03-15"))
    paper = part.sources.article("Seconded officer investigated", "2021-08-19", published_to="2021-10")
    two = telling.story(paper, second, slips.misspelt(officer, part.stream))
    paper.suggests(two.officer, one.officer, "Nearly the same surname.", "The article speaks of a secondment.")
    part.unsure(one.officer, two.officer, "The article gives neither number nor year of birth.")
    part.no_row(_QUERY, "only a suggestion, on which somebody was unsure", one.officer, two.officer)
    part.no_row("denied-links", "a suggestion is no denial", one.officer, two.officer)


def contradictory_decisions(part: Part) -> None:
    """A rule joins by collar number what a reviewer has parted: the rule's decision stays unsatisfied."""
    officer = part.officer()
    other = part.namesake(officer, 1)
    one = telling.case(
        part.sources.cases(part.forces[0], "2019"), part.matter(officer, part.investigation(opened="2019-06-17"))
    )
    row = telling.roll_row(part.sources.roll(part.forces[0]), officer, officer.postings[0])
    two = telling.hearing(
        part.sources.hearings(part.forces[1], "2020"),
        part.matter(other, part.investigation(1, opened="2019-08-12")),
        slips.first_and_last(other),
    )
    part.same(one.officer, row, "Same collar number in the same force.", rule="same-collar-number")
    part.different(one.officer, two.officer, "They served on the same night in two forces.")
    part.same(row, two.officer, "Same name.", rule="same-full-name")
    part.no_row(_QUERY, "a decision that would join a refuted pair is not followed", one.officer, row, two.officer)
