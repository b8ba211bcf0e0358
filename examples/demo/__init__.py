"""The main job, end to end: a real agent's traces, before and after Spanveil.

Run ``python -m examples.demo`` (or ``make demo``). Everything happens on loopback.
"""
