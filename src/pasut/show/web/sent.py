"""What a browser sends in a form, read with bounds: so much text, so many files, no more."""

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pasut.show.web.route import Sent, Upload

MOST_BYTES = 32 * 1024 * 1024
"""Size of a whole form."""
MOST_FILES = 200
MOST_FIELDS = 50
MOST_FIELD_BYTES = 2 * 1024 * 1024
"""Size of one text field: some four hundred pages of text."""


async def read_sent(request: Request) -> Sent:
    """The fields and files of a form. Raises HTTPException 411, 413 or 415 for what is no form, or too big a one."""
    length = request.headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise HTTPException(411, "say how long the form is (Content-Length)")
    if int(length) > MOST_BYTES:
        raise HTTPException(413, f"the form is larger than {MOST_BYTES // 2**20} MB; send fewer files at a time")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise HTTPException(415, "send a form: application/x-www-form-urlencoded or multipart/form-data")
    fields: list[tuple[str, str]] = []
    files: list[Upload] = []
    limits = {"max_files": MOST_FILES, "max_fields": MOST_FIELDS, "max_part_size": MOST_FIELD_BYTES}
    async with request.form(**limits) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    files.append(Upload(name=value.filename, data=await value.read()))
            else:
                fields.append((name, value))
    return Sent(fields=tuple(fields), files=tuple(files))
