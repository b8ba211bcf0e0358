"""What may be kept and what may leave: frozen models with defaults, loaded and validated."""
