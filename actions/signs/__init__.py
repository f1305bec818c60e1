"""Words and shapes, in both languages, that tell what a message wants."""
