"""Exports: one module for each format, each a pure function of its input."""
