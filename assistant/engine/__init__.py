"""What runs inside Rasa's environment: components, policy, channel and tracker store."""
