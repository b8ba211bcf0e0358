"""The wire guard: one patch under each client, at the lowest Python layer that sees headers."""
