"""The commands of the command line, one thin function each; `show/cli.py` lists them."""
