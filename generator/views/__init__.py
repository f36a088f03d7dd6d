"""Views: what a page shows, already in words. They decide; templates lay out."""
