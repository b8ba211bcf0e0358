"""The pure engine: values in, redacted values and a report out."""
