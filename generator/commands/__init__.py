"""Commands: what `python -m generator …` does. One module each: arguments, printing, status."""
