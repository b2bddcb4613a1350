"""The calendar file of a workshop (iCalendar, RFC 5545): an event for each day, at local time wherever it is opened."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from coursewright.drawing.run_sheet import title_of
from coursewright.model import Course, Workshop
from coursewright.timetable import clock, timetable
from coursewright.words import Words


def calendar_path(workshop: Workshop) -> str:
    """Where the site has it."""
    return f"workshops/{workshop.name}.ics"


def draw_calendar(workshop: Workshop, course: Course, words: Words) -> bytes:
    """Draw the calendar file of a workshop that has a date."""
    first = date.fromisoformat(workshop.date)
    midnight = datetime.combine(first, time.min)
    calendar = Calendar()
    calendar.add("prodid", "-//Coursewright//EN")
    calendar.add("version", "2.0")
    for day in timetable(workshop, course).days:
        start = midnight + timedelta(days=day.number - 1, minutes=day.start)
        event = Event()
        event.add("uid", f"{workshop.name}-{day.number}@coursewright")
        # The time of the file's making would make each build another file; the day itself will do.
        event.add("dtstamp", midnight.replace(tzinfo=UTC))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=day.end - day.start))
        event.add("summary", f"{workshop.title}: {day.title}" if day.title else workshop.title)
        event.add("description", "\n".join(f"{clock(slot.start)} {title_of(slot, words)}" for slot in day.slots))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
