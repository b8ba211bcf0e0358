"""Canaries, leak assertions and non-interference checks for a user's own tests."""
