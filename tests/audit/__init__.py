"""What the pages are worth, as tables: `make audit`."""
