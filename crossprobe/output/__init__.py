"""How results leave: on standard output or in a file, in the format asked for; all else goes to standard error."""
