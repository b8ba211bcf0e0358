"""SDK adapters: tag at start, redact before any exporter."""
