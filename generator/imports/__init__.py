"""Imports: tables and pages of other people as drafts. Whatever is not understood is kept."""
