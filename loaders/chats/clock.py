"""Times of day as headers write them, as ISO 8601."""

from loaders.chats.words import Half


def time_of_day(hour: int, minute: int, second: int | None, half: Half | None) -> str | None:
    """`HH:MM` or `HH:MM:SS`, or None where there is no such time.

    Beside an hour above twelve a word of the day says nothing new. Hour 24 is the hour after midnight, as some phones
    write it.
    """
    if hour == 24:
        hour = 0
    if half is not None and hour <= 12:
        hour = _in_the_day(hour, half)
    if hour > 23 or minute > 59 or (second is not None and second > 59):
        return None
    return f"{hour:02}:{minute:02}" if second is None else f"{hour:02}:{minute:02}:{second:02}"


def _in_the_day(hour: int, half: Half) -> int:
    of_twelve = hour % 12
    match half:
        case "am":
            return of_twelve
        case "pm":
            return of_twelve + 12
        case "noon":  # from ten in the morning to four in the afternoon
            return of_twelve if of_twelve >= 10 else of_twelve + 12
        case "evening":  # twelve in the evening is midnight
            return 0 if of_twelve == 0 else of_twelve + 12
        case "night":  # before and after midnight
            return of_twelve + 12 if of_twelve >= 6 else of_twelve
