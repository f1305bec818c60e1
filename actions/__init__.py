"""What the assistant does in a turn: thin rasa-sdk actions over services that know nothing of Rasa."""
