"""The macros that an editor calls in a page."""
