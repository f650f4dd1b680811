"""Events to numbers: how close two states are, since when, how sure, on what evidence. Pure: no clock, no files."""
