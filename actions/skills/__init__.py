"""What the assistant can do, a module for each kind of question; `SKILLS` in actions/routes.py names them."""
