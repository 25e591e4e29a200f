"""Chat groups and who is in them: shared members, members that only seem shared, and memberships denied."""

from examples.world import slips, telling
from examples.world.codes import STEP
from examples.world.documents import Document, Entry, number
from examples.world.part import Part

_QUERY = "groups-sharing-members"


def two_groups_share_members(part: Part) -> None:
    """An officer in one group whose account, by decision, is in another; so are twelve people whom nobody names."""
    officer, only_first = part.officer(rank="constable"), part.officer(rank="constable")
    case = part.investigation(opened="2020-02-10", open_still=True)
    matters = [part.matter(each, case, category="F6") for each in (officer, only_first)]
    first_group, second_group = part.group(officer, only_first), part.group(officer)
    paper = part.sources.article("Messages of a chat group under investigation", "2020-06-25")
    told = [telling.story(paper, each, slips.first_and_last(each.person)) for each in matters]
    chat = telling.group_in(paper, first_group)
    joined = (("2017-05-02", "2019-10"), ("2017-05-06", "2019-05"))
    for each, (since, until) in zip(told, joined, strict=True):
        each.officer.says("MEMBER_OF", chat, how="added", valid_from=since, valid_to=until)
        each.allegation.says("CONCERNS", chat)
    told[0].investigation.says("CONCERNS", chat)
    told[0].officer.says("STEP", told[0].investigation, kind=STEP + "notice", at="2020-02-10")
    twelve = _cohort(paper, 12)
    twelve.says("MEMBER_OF", chat, current=False)

    other_paper = part.sources.article("Second chat group comes to light", "2020-07-09", paper=1)
    other_chat = telling.group_in(other_paper, second_group)
    account = telling.account_in(other_paper, officer, second_group, f"{officer.first_name} {officer.last_name[0]}")
    counted = ("2020-02-03 4", "2020-02-08 3", "2020-02-09 1")
    account.says("MEMBER_OF", other_chat, role="admin", valid_from="2018", messages=412, days=counted)
    again = _cohort(other_paper, 12)
    again.says("MEMBER_OF", other_chat, status="alleged", valid_from="2018-06")
    part.same(told[0].officer, account, "The force confirmed whose telephone it is.")
    part.same(twelve, again, "The second paper speaks of the twelve of the first.")
    part.row(_QUERY, "an officer and his account, by decision, in two groups", told[0].officer, account)
    part.row(_QUERY, "twelve people whom nobody names, in two groups", twelve, again)
    part.no_row(_QUERY, "in the first group only", told[1].officer)
    part.row("joined-close-together", "two officers who joined four days apart", told[0].officer, told[1].officer)
    part.no_row("joined-close-together", "in the second group since some day of 2018", account)
    part.row("groups-falling-silent", "the second group, on the day before the notice", other_chat)
    part.no_row("groups-falling-silent", "the first group, whose messages nobody counted", chat)
    part.row("members-of-several-groups", "an officer and his account, by decision", told[0].officer, account)


def _cohort(paper: Document, size: int) -> Entry:
    return paper.entry("Cohort", description="Members who are not named.", size=number(size, "about"), unit="members")


def one_group_in_two_papers(part: Part) -> None:
    """Two papers name one group by two titles; its one member of record is not in two groups."""
    officer = part.officer(1)
    chat = part.group(officer)
    matter = part.matter(officer, part.investigation(1, opened="2021-02-22", open_still=True), category="F8")
    first = part.sources.article("Chat group of a night shift", "2021-05-06", paper=1)
    second = part.sources.article("Night shift messages: the officer", "2021-05-20", paper=2)
    told = [telling.story(each, matter, slips.first_and_last(officer)) for each in (first, second)]
    chats = [telling.group_in(first, chat), telling.group_in(second, chat, title=f"the {chat.title} group")]
    for account, group in zip(told, chats, strict=True):
        account.officer.says("MEMBER_OF", group)
        account.investigation.says("CONCERNS", group)
    denial = second.denies(told[1].officer, chats[1], of="membership", as_stated="He left before it began, he says.")
    part.row("denied-links", "a membership that one paper states and another one denies", *denial.between)
    part.same(chats[0], chats[1], "The second paper quotes the same messages.")
    part.same(told[0].officer, told[1].officer, "Same name, rank and group.")
    part.same(told[0].investigation, told[1].investigation, "Same officer, same group, same month.")
    part.same(told[0].allegation, told[1].allegation, "The same messages.")
    part.no_row(_QUERY, "one group under two titles", told[0].officer, told[1].officer)
    part.no_row("recurring-officers", "one investigation in two papers", told[0].officer, told[1].officer)


def same_display_name(part: Part) -> None:
    """Two accounts of one display name in two groups, with two telephone numbers: two people."""
    one, two = part.somebody(2), part.somebody(5)
    chats = [part.group(one), part.group(two)]
    paper = part.sources.article("Two groups, one nickname", "2021-11-11", paper=2)
    accounts = []
    for person, chat in zip((one, two), chats, strict=True):
        account = telling.account_in(paper, person, chat, "Sarge")
        accounts.append(account.says("MEMBER_OF", telling.group_in(paper, chat), valid_from="2020-11"))
    for query in (_QUERY, "members-of-several-groups"):
        part.no_row(query, "one display name, two numbers", *accounts)


def membership_denied(part: Part) -> None:
    """Member of one group; a statement denies that she was in the other one."""
    officer = part.officer(gender="woman")
    chats = [part.group(officer), part.group()]
    paper = part.sources.article("Inspector was not in the second group", "2021-03-18")
    told = telling.officer_in(paper, officer, slips.first_and_last(officer))
    mine, other = (telling.group_in(paper, each) for each in chats)
    told.says("MEMBER_OF", mine)
    denial = paper.denies(told, other, of="membership", as_stated="She was never in that group, the force says.")
    part.no_row(_QUERY, "in the second group only by a denial", told)
    part.row("denied-links", "a denial of a membership", *denial.between)
