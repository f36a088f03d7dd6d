"""The benchmark: `make bench N=1000` measures the portal beside a plain MkDocs-Material site."""
