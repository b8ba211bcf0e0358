"""What crosses a process boundary, both ways, by allowlist."""
