"""Pages backstage: plans of rooms, bookings, the finder, accessibility profiles."""
