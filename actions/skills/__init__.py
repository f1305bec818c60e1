"""What the assistant can do, a module for each kind of question; actions/routes.py names them."""
