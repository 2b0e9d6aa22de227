"""Calendars out of the house and into it: iCalendar, RSS, CSV and XLSX."""
