"""Set-up: the two environments and the sentence encoder."""
