"""Bilan: targets, results and statuses from YAML to two matching languages.

The package knows no site engine: `hooks/entry.py` is the only module that does.
"""
