"""Numbers and records to people: the command line, its tables, and the exports."""
