"""The outside world: readers' channels, the librarians' desk, and library systems."""
