"""Language-neutral machinery over pack data that both cleaning and coding use."""
