"""`python -m pasut` does what the command `pasut` does."""

from pasut.show.cli import main

if __name__ == "__main__":
    main()
