"""The page in a real browser, beside stock pyvis on the same graph in the same run."""
