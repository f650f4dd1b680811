"""Alembic's entry: run the scripts on the connection that the opening of a store hands over."""

from alembic import context

from pasut.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
