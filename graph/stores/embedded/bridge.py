"""jpype, the bridge to Java, imported without numpy.

jpype imports numpy wherever it is installed, to take its arrays; nobody here passes one, and importing numpy takes
a tenth of the time to a first answer. Who wants numpy imports it afterwards, as if nothing had been.
"""

import sys

if "numpy" in sys.modules:
    import jpype
else:
    sys.modules["numpy"] = None  # type: ignore[assignment] # how Python marks a module that cannot be imported
    try:
        import jpype
    finally:
        del sys.modules["numpy"]

__all__ = ["jpype"]
