"""What the assistant does in a turn: a thin rasa-sdk action over services without Rasa."""
