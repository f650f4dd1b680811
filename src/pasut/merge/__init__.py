"""Claims of many articles become events: who copies whom, what is one happening, what is disputed."""
