"""What stops the demo."""


class DemoError(RuntimeError):
    """The demo could not run to its end. The message holds no value, only a place and a reason."""
