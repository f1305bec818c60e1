"""The desk: where librarians see every conversation and answer in it."""
