"""Pages backstage: quick events, editors of activities, dates and rules, lists, the home."""
