"""OTLP in, redacted OTLP out."""
