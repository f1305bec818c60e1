"""Rules that read a reader's message: words, language, entities, and what is being asked for (no Rasa)."""
