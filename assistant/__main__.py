"""`python -m assistant` is the refdesk command."""

from assistant.cli import main

if __name__ == "__main__":
    main()
