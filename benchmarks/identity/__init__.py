"""How well the same officer is found in two releases, where it is known who is who."""
