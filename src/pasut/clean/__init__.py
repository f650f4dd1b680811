"""Turn a page into an article: what is news stays, everything else is cut and kept with its reason."""
