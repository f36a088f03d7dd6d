"""The benchmark: `make bench` measures the portal beside Hugo, MkDocs-Material and Zensical."""
