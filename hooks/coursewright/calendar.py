"""The calendar file of a workshop (iCalendar, RFC 5545): an event for each day, at local time wherever it is opened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from coursewright.drawing.run_sheet import title_of
from coursewright.model import Course, Workshop
from coursewright.timetable import DayPlan, clock, timetable
from coursewright.words import Words


def calendar_path(workshop: Workshop) -> str:
    """Where the site has it."""
    return f"workshops/{workshop.name}.ics"


def draw_calendar(workshop: Workshop, course: Course, words: Words, revised: datetime, address: str = "") -> bytes:
    """Draw the calendar file of a workshop that has a date.

    Args:
        workshop: The workshop.
        course: Its course.
        words: The words of the interface.
        revised: When the workshop was last revised. Calendars take a file of theirs for newer by its ``revision``.
        address: Where its page is on the web, if that is known.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Coursewright//EN")
    calendar.add("version", "2.0")
    for day in timetable(workshop, course).days:
        event = _event(workshop, day, words)
        event.add("dtstamp", revised)
        if address:
            event.add("url", address)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(workshop: Workshop, day: DayPlan, words: Words) -> Event:
    midnight = datetime.combine(date.fromisoformat(workshop.date), time.min)
    start = midnight + timedelta(days=day.number - 1, minutes=day.start)
    summary = f"{workshop.title}: {day.title}" if day.title else workshop.title
    event = Event()
    event.add("uid", f"{workshop.name}-{day.number}@coursewright")
    event.add("sequence", workshop.revision)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=day.end - day.start))
    event.add("summary", summary)
    event.add("description", "\n".join(f"{clock(slot.start)} {title_of(slot, words)}" for slot in day.slots))
    if workshop.location:
        event.add("location", workshop.location)
    if workshop.reminder:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(minutes=-workshop.reminder))
        event.add_component(alarm)
    return event
