"""One module a command or a family: each parses, asks the gate for a session, calls a room, and prints."""
