"""One module for each kind of page: functions from the site and what is asked to a `Page`, and their `ROUTES`."""
