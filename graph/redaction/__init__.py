"""Redaction: a subgraph that may leave, made from one that may not, by what the model declares for each property.

It is an allow-list: what is not declared is dropped, and so is free text. One function serves files and pages.
"""
