"""Every error pasut raises on purpose. A message says what was wrong, where, and what to do.

PasutError
├── UsageError       the caller asked for something that cannot be (exit status 2)
│   └── NotFoundError    for something that is not there
├── InputError       one input cannot be read (the others go on; exit status 1)
├── DataError        a data file of the program (world, pack, outlets) is wrong: stops at once
├── StoreError       the store cannot be opened, read or written
│   └── ChangedError     it has changed between two questions that belong together: ask both again
├── ReportError      a report would say something that leads to no record
└── WorkerError      a process that helps this one has ended before its time
"""


class PasutError(Exception):
    """The base of all errors of this package."""


class UsageError(PasutError):
    """The caller asked for something that cannot be, such as an unknown state."""


class NotFoundError(UsageError):
    """What the caller asked for is not there."""


class InputError(PasutError):
    """One input cannot be read; the message names it."""


class DataError(PasutError):
    """A data file of the program does not fit its schema; the message names file and place."""


class StoreError(PasutError):
    """The store cannot be opened, read or written."""


class ChangedError(StoreError):
    """The store has changed between two questions that belong together."""


class ReportError(PasutError):
    """A report would say something that leads to no record, or cannot be made here; the message names it."""


class WorkerError(PasutError):
    """A process that codes for this one has ended before its time; the message says what to do."""
