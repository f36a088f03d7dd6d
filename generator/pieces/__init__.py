"""Pieces: what pages hold many of, as HTML.

Templates lay out pages; for each of a page's hundreds of texts they would take five times as long.
What these functions give is HTML, and every text that they put in it is escaped.
"""
