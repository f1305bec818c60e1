"""What the classifier learns, on plain matrices (scikit-learn, no Rasa)."""
