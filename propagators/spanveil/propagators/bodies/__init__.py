"""Bodies: the fields of a request that name the user or carry context past every header guard."""
