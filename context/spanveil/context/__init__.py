"""Who the current work is for, from trusted auth alone."""
