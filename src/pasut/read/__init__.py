"""Read what people have, files and folders of text, Markdown and JSONL, into pages."""
