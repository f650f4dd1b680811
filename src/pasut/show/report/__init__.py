"""The backgrounder: a sourced piece on the relation of two states, written from the records."""
