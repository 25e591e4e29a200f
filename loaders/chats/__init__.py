"""Chat exports: read as they are, line by line, and told as groups, accounts, memberships and activity."""
