"""How a language says it: one folder of data a language, and the code that compiles it into lookup tables."""
