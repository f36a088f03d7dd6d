"""From YAML records to the pages and files of the portal. Knows nothing of MkDocs."""
